//! A message that may be signed.

use crate::issue::Issue;
use serde::de::DeserializeOwned;

use crate::request::message::Message;

/// A message that was accepted. There is no other way to one than [`inspect_message`](super::inspect_message).
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
    /// The message to sign, as UTF-8. It was built anew from the parts that were checked, and is equal to the one
    /// that was inspected.
    pub fn message(&self) -> &str {
        self.message.as_str()
    }

    /// The HTTP method.
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// The path, in which the card id is percent-encoded.
    pub fn path(&self) -> &str {
        self.message.path()
    }

    /// The card that the request changes or reads; empty, if it creates one.
    pub fn card_id(&self) -> &str {
        &self.card_id
    }

    /// The brand that the query names: where a service provider reads a card. Where it changes one, the brand is in the body.
    pub fn brand_id(&self) -> Option<&str> {
        self.brand_id.as_deref()
    }

    /// The Unix time in seconds.
    pub fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// The Unix time in seconds from which on the message is stale for every guard, whatever its tolerance: its
    /// timestamp and [`MAX_TOLERANCE_SECONDS`](super::MAX_TOLERANCE_SECONDS). Until then its nonce must be remembered.
    pub fn expires_at(&self) -> i64 {
        self.expires_at
    }

    /// The nonce. Sign one message with it, no more: see [`NonceMemory`](super::NonceMemory).
    pub fn nonce_str(&self) -> &str {
        &self.nonce_str
    }

    /// The body, which is valid and in its normal form.
    pub fn body(&self) -> &str {
        self.message.body()
    }

    /// The update in the body, for checks of the host's own: a [`CardUpdate`](crate::membercard_open::CardUpdate), or any
    /// other type that reads JSON. Keys that a type does not have are in [`body`](InspectedMessage::body) only.
    pub fn value<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.body()).ok()
    }

    /// What is unusual about the message, but was let pass.
    pub fn warnings(&self) -> &[Issue] {
        &self.warnings
    }
}
