//! Accepted messages.

use crate::issue::Issue;
use serde::de::DeserializeOwned;

use crate::request::message::Message;

/// An accepted message. Only [`inspect_message`](super::inspect_message) creates it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectedMessage {
    pub(super) method: &'static str,
    pub(super) message: Message,
    pub(super) card_id: String,
    pub(super) brand_id: Option<String>,
    pub(super) timestamp: i64,
    pub(super) expires_at: i64,
    pub(super) nonce_str: String,
    pub(super) warnings: Vec<Issue>,
}

impl InspectedMessage {
    /// The message to sign, in UTF-8. It was rebuilt from the validated parts, and equals the inspected one.
    pub fn message(&self) -> &str {
        self.message.as_str()
    }

    /// The HTTP method.
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// The path. The card id in it is percent-encoded.
    pub fn path(&self) -> &str {
        self.message.path()
    }

    /// The card that is changed or read; empty for a creation.
    pub fn card_id(&self) -> &str {
        &self.card_id
    }

    /// The brand in the query, when a service provider reads a card. When it changes one, the brand is in the body.
    pub fn brand_id(&self) -> Option<&str> {
        self.brand_id.as_deref()
    }

    /// The Unix time in seconds.
    pub fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// The Unix time in seconds when the message expires for every guard: its timestamp plus
    /// [`MAX_TOLERANCE_SECONDS`](super::MAX_TOLERANCE_SECONDS). Its nonce must be remembered until then.
    pub fn expires_at(&self) -> i64 {
        self.expires_at
    }

    /// The nonce. Sign only one message with it: see [`NonceMemory`](super::NonceMemory).
    pub fn nonce_str(&self) -> &str {
        &self.nonce_str
    }

    /// The body, which is valid and canonical.
    pub fn body(&self) -> &str {
        self.message.body()
    }

    /// The body for further checks, as a [`CardUpdate`](crate::membercard_open::CardUpdate) or any other type that
    /// deserializes. Keys that the type lacks are only in [`body`](InspectedMessage::body).
    pub fn value<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.body()).ok()
    }

    /// Warnings that were accepted.
    pub fn warnings(&self) -> &[Issue] {
        &self.warnings
    }
}
