//! Cards of older APIs, translated into bodies of this family.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::endpoint::Basis;
use wechatpay_membercard::{
    LeftCode, LeftField, Locale, Migration, MigrationError, MigrationErrorCode, MovedField, Params,
    card_member, migrate,
};

use crate::bridge::objects::{from_js, to_js};
use crate::family;

/// What became of a card, or why nothing did.
#[derive(Serialize, Tsify)]
#[serde(untagged)]
pub(crate) enum CoreMigration {
    Done(CoreMigrated),
    Failed { code: MigrationErrorCode, message: String },
}

#[derive(Serialize, Tsify)]
pub(crate) struct CoreMigrated {
    from: &'static str,
    body: String,
    moved: Vec<CoreMovedField>,
    given: Vec<&'static str>,
    left: Vec<CoreLeftField>,
    missing: Vec<String>,
}

#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CoreMovedField {
    from: String,
    to: &'static str,
    is_converted: bool,
    basis: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    note: Option<&'static str>,
}

#[derive(Serialize, Tsify)]
pub(crate) struct CoreLeftField {
    pointer: String,
    code: LeftCode,
    #[tsify(type = "Record<string, string | number | string[]>")]
    params: Params,
    message: String,
}

/// Translates a card, which is JSON text, into a draft of the body of an endpoint.
#[wasm_bindgen(unchecked_return_type = "CoreMigration")]
pub fn migrate_card(
    card: &str,
    #[wasm_bindgen(unchecked_param_type = "Locale")] locale: JsValue,
    api: Option<String>,
) -> Result<JsValue, JsValue> {
    let locale: Locale = from_js(locale)?;
    let migrated = migrate(card, card_member::OLD_CARDS, family::named(api.as_deref()));
    Ok(to_js(&match migrated {
        Ok(migration) => CoreMigration::Done(done(migration, locale)),
        Err(error) => failed(&error, locale),
    }))
}

fn done(migration: Migration, locale: Locale) -> CoreMigrated {
    let missing = migration.missing();
    let Migration { api, body, moved, given, left, .. } = migration;
    let moved = moved.into_iter().map(|field| {
        let note = field.note(locale);
        let MovedField { from, to, is_converted, basis, .. } = field;
        CoreMovedField { from, to, is_converted, basis, note }
    });
    let left = left.into_iter().map(|field| {
        let message = field.message(locale);
        let LeftField { pointer, code, params, .. } = field;
        CoreLeftField { pointer, code, params, message }
    });
    CoreMigrated { from: api, body, moved: moved.collect(), given, left: left.collect(), missing }
}

fn failed(error: &MigrationError, locale: Locale) -> CoreMigration {
    CoreMigration::Failed { code: error.code(), message: error.message(locale) }
}
