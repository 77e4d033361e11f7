//! The stable names of the reasons why an answer does not count as success.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The stable name of an [`AnswerError`](super::AnswerError). Programs branch on it; its text form is `snake_case`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AnswerErrorCode {
    /// A header of the signature is missing from an answer that reports success.
    MissingHeader,
    /// A header of the signature occurs twice.
    DoubledHeader,
    /// `Wechatpay-Timestamp` is not a Unix time in seconds.
    MalformedTimestamp,
    /// The answer is older or newer than the tolerance allows.
    StaleTimestamp,
    /// `Wechatpay-Nonce` holds a character that could break the signed message's lines.
    MalformedNonce,
    /// `Wechatpay-Signature-Type` names an unknown scheme.
    UnsupportedSignatureType,
    /// WeChat Pay probes whether wrong signatures are rejected.
    SignatureProbe,
    /// `Wechatpay-Signature` is not base64.
    SignatureNotBase64,
    /// The signature has a length that its scheme cannot produce.
    SignatureLength,
    /// The verifier found that the signature does not belong to the answer.
    SignatureRejected,
    /// The verifier does not have the key that the answer names.
    UnknownKey,
    /// The verifier failed before it came to a verdict.
    VerifierFailed,
    /// A verified 200 or 204 has a body, which a success of this API has not.
    UnexpectedBody,
    /// 202: taken, but not processed.
    NotProcessed,
    /// A verified answer with a status that this API does not document.
    UnexpectedStatus,
    /// A verified error answer.
    ErrorAnswer,
    /// An error answer that carries no whole signature, as is usual for them, or one that is too long to be verified.
    /// An unsigned answer with a body is one under any status.
    UnverifiedErrorAnswer,
}

impl AnswerErrorCode {
    /// The code's text form, such as `stale_timestamp`.
    pub const fn as_str(self) -> &'static str {
        match self {
            AnswerErrorCode::MissingHeader => "missing_header",
            AnswerErrorCode::DoubledHeader => "doubled_header",
            AnswerErrorCode::MalformedTimestamp => "malformed_timestamp",
            AnswerErrorCode::StaleTimestamp => "stale_timestamp",
            AnswerErrorCode::MalformedNonce => "malformed_nonce",
            AnswerErrorCode::UnsupportedSignatureType => "unsupported_signature_type",
            AnswerErrorCode::SignatureProbe => "signature_probe",
            AnswerErrorCode::SignatureNotBase64 => "signature_not_base64",
            AnswerErrorCode::SignatureLength => "signature_length",
            AnswerErrorCode::SignatureRejected => "signature_rejected",
            AnswerErrorCode::UnknownKey => "unknown_key",
            AnswerErrorCode::VerifierFailed => "verifier_failed",
            AnswerErrorCode::UnexpectedBody => "unexpected_body",
            AnswerErrorCode::NotProcessed => "not_processed",
            AnswerErrorCode::UnexpectedStatus => "unexpected_status",
            AnswerErrorCode::ErrorAnswer => "error_answer",
            AnswerErrorCode::UnverifiedErrorAnswer => "unverified_error_answer",
        }
    }
}

impl fmt::Display for AnswerErrorCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::AnswerErrorCode;

    #[test]
    fn both_text_forms_are_one() {
        for code in [AnswerErrorCode::SignatureNotBase64, AnswerErrorCode::UnverifiedErrorAnswer] {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }
}
