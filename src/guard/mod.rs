//! The signing guard: protects a server that signs messages prepared elsewhere.
//!
//! A browser, or another process that must not have the merchant's key, prepares a request and sends its message to a
//! server that holds the key. The same key could sign a payment or a refund, so the server must sign only what
//! [`inspect_message`] accepts: exactly an update of an expected card, fresh, with a well-formed nonce, and with a
//! valid and canonical body. A [`NonceMemory`] then ensures that each message is signed only once.
//!
//! The server signs [`InspectedMessage::message`], which is rebuilt from the validated parts. It equals the received
//! text, but does not depend on it any more.
//!
//! WeChat Pay documents the format of the message. The limits for received ones are this crate's own policy:
//! [`MAX_MESSAGE_BYTES`], [`MIN_NONCE_LENGTH`], [`MAX_NONCE_LENGTH`], [`MAX_TOLERANCE_SECONDS`] and the defaults of
//! [`Expectations`].

mod body;
mod cards;
mod code;
mod excerpt;
mod expectations;
mod inspect;
mod inspected;
mod lines;
mod memory;
mod nonce;
mod path;
mod refusal;
mod timestamp;
mod view;

#[cfg(test)]
mod tests;

pub use cards::ExpectedCards;
pub use code::RefusalCode;
pub use expectations::{Expectations, MAX_TOLERANCE_SECONDS};
pub use inspect::inspect_message;
pub use inspected::InspectedMessage;
pub use lines::MAX_MESSAGE_BYTES;
pub use memory::NonceMemory;
pub use nonce::{MAX_NONCE_LENGTH, MIN_NONCE_LENGTH};
pub use refusal::{Refusal, Refused};
pub use view::{AcceptedMessage, Inspection, LocalizedRefusal, RefusedMessage};
