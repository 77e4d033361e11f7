//! Migrates cards of older APIs.

use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::endpoint::Basis;
use wechatpay_membercard::{
    LeftCode, LeftField, Locale, Migration, MigrationError, MigrationErrorCode, MovedField, Params,
    card_member, migrate,
};

use crate::bridge::records::migrate::MigrationRequest;
use crate::bridge::{Outcome, Read, respond, with_input};
use crate::family;

/// The result of a migration, for JavaScript.
#[derive(Serialize)]
struct Migrated {
    from: &'static str,
    body: String,
    moved: Vec<Moved>,
    given: Vec<&'static str>,
    left: Vec<Left>,
    missing: Vec<String>,
}

/// The reason why there is none.
#[derive(Serialize)]
struct NotMigrated {
    code: MigrationErrorCode,
    message: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Moved {
    from: String,
    to: &'static str,
    is_converted: bool,
    basis: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

#[derive(Serialize)]
struct Left {
    pointer: String,
    code: LeftCode,
    params: Params,
    message: String,
}

/// Migrates a card, given as JSON text. Returns JSON text: the result or, as `Refused`, the reason why there is none.
#[wasm_bindgen]
pub fn migrate_card(input: usize) -> usize {
    let (result, locale) = with_input(input, |input| {
        let MigrationRequest { locale, api } = MigrationRequest::read(0, input);
        let card = String::from_utf8_lossy(input.rest());
        (migrate(&card, card_member::OLD_CARDS, family::named(api)), locale)
    });
    match result {
        Ok(migration) => respond_json(&migrated(migration, locale), Outcome::Done),
        Err(error) => respond_json(&not_migrated(&error, locale), Outcome::Refused),
    }
}

/// Returns complex and rare data as JSON text.
fn respond_json<T: Serialize>(response: &T, outcome: Outcome) -> usize {
    respond(|output| {
        // These types always serialize.
        output.add(&serde_json::to_string(response).unwrap_or_default());
        outcome
    })
}

fn migrated(migration: Migration, locale: Locale) -> Migrated {
    let missing = migration.missing();
    let Migration { api, body, moved, given, left, .. } = migration;
    let moved = moved.into_iter().map(|field| {
        let note = field.note(locale);
        let MovedField { from, to, is_converted, basis, .. } = field;
        Moved { from, to, is_converted, basis, note }
    });
    let left = left.into_iter().map(|field| {
        let message = field.message(locale);
        let LeftField { pointer, code, params, .. } = field;
        Left { pointer, code, params, message }
    });
    Migrated { from: api, body, moved: moved.collect(), given, left: left.collect(), missing }
}

fn not_migrated(error: &MigrationError, locale: Locale) -> NotMigrated {
    NotMigrated { code: error.code(), message: error.message(locale) }
}
