//! The signing guard.

use wechatpay_membercard as core;
use wechatpay_membercard::{Locale, Params};

use super::issue::{Issues, write_param};
use crate::bridge::macros::record;
use crate::bridge::{BridgeType, Output, Write};

record! {
    /// The guard's requirements, without the options of the validation.
    input pub struct Expectations<'i> {
        /// The cards that may be updated; absent means any.
        card_ids: Option<Vec<&'i str>>,
        /// The tolerance: messages whose time differs by this much or more are refused.
        tolerance_seconds: Option<u32>,
        /// The minimum length of nonces.
        min_nonce_length: Option<u32>,
        /// Codes of warnings to accept, although they are refused by default.
        allow_warnings: Vec<&'i str>,
        /// Codes of warnings to refuse as well.
        refuse_warnings: Vec<&'i str>,
    }
}

record! {
    /// The path of a request to send.
    input pub struct SentPath<'i> {
        /// The name of the endpoint, if the module has several.
        api: Option<&'i str>,
        /// The path.
        path: &'i str,
    }
}

record! {
    /// An accepted message.
    output pub struct AcceptedMessage as declared {
        /// Always true.
        accepted: bool as "true",
        /// The message to sign.
        message: String,
        /// The HTTP method.
        method: &'static str as "\"PATCH\" | \"POST\" | \"GET\"",
        /// The path.
        path: String,
        /// The card that is changed or read; empty for a creation.
        card_id: String,
        /// The brand in the query.
        brand_id: Option<String>,
        /// The Unix time in seconds.
        timestamp: i64,
        /// When the message expires for every guard.
        expires_at: i64,
        /// The nonce.
        nonce_str: String,
        /// The body.
        body: String,
        /// Warnings that were accepted.
        warnings: Issues,
    }
}

record! {
    /// A refused message.
    output pub struct RefusedMessage as declared {
        /// Always false.
        accepted: bool as "false",
        /// All reasons.
        refusals: Vec<Refusal>,
        /// Warnings.
        warnings: Issues,
    }
}

record! {
    /// A reason not to sign a message, in one language.
    output pub struct Refusal as declared {
        /// Its code.
        code: &'static str as "RefusalCode",
        /// The parameters of the message.
        params: NamedParams,
        /// Details.
        issues: Issues,
        /// The reason, as a message.
        message: String,
    }
}

impl AcceptedMessage {
    /// The message, with its warnings in one language.
    pub fn new(inspected: &core::InspectedMessage, locale: Locale) -> AcceptedMessage {
        AcceptedMessage {
            accepted: true,
            message: inspected.message().into(),
            method: inspected.method(),
            path: inspected.path().into(),
            card_id: inspected.card_id().into(),
            brand_id: inspected.brand_id().map(Into::into),
            timestamp: inspected.timestamp(),
            expires_at: inspected.expires_at(),
            nonce_str: inspected.nonce_str().into(),
            body: inspected.body().into(),
            warnings: Issues::new(inspected.warnings().to_vec(), locale),
        }
    }
}

impl RefusedMessage {
    /// The reasons, in one language.
    pub fn new(refused: &core::Refused, locale: Locale) -> RefusedMessage {
        RefusedMessage {
            accepted: false,
            refusals: refused.refusals().iter().map(|refusal| Refusal::new(refusal, locale)).collect(),
            warnings: Issues::new(refused.warnings().to_vec(), locale),
        }
    }
}

impl Refusal {
    /// The reason, in one language.
    pub fn new(refusal: &core::Refusal, locale: Locale) -> Refusal {
        Refusal {
            code: refusal.code.as_str(),
            params: NamedParams(refusal.params.clone()),
            issues: Issues::new(refusal.issues.clone(), locale),
            message: refusal.message(locale),
        }
    }
}

/// Parameters that are not in the string table: their number, and each one's name, kind and value.
#[derive(Debug)]
pub struct NamedParams(Params);

impl BridgeType for NamedParams {}

impl Write for NamedParams {
    fn write(&self, output: &mut Output) {
        output.number(self.0.iter().count());
        for (name, param) in self.0.iter() {
            output.text(name);
            write_param(0, param, output);
        }
    }
}

#[cfg(feature = "typescript")]
mod described {
    use fastrand::Rng;
    use serde_json::{Value, json};
    use wechatpay_membercard::RefusalCode;

    use super::NamedParams;
    use crate::bridge::records::issue::sample_param;
    use crate::bridge::typescript::{Described, Shape, Types};

    impl Described for NamedParams {
        fn shape(_: &mut Types) -> Shape {
            Shape::Value { type_name: "Refusal[\"params\"]", read: "namedParams()", write: "" }
        }

        fn sample(random: &mut Rng) -> NamedParams {
            let code = RefusalCode::ALL[random.usize(..RefusalCode::ALL.len())];
            let params = code.parameters().iter().map(|parameter| (parameter.name, sample_param(random)));
            NamedParams(params.collect())
        }

        fn json(&self) -> Value {
            json!(self.0)
        }
    }
}
