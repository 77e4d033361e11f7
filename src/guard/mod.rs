//! The signing guard: what a back end signs when someone else prepares.
//!
//! A browser, or any other process that is not trusted with the merchant's key, prepares a request and sends its
//! message to a server that holds the key. With that key the server could sign a payment or a refund as well, so it
//! signs nothing but what [`inspect_message`] accepts: exactly an update of an expected card, fresh, with a nonce of
//! the right form, and with a body that is valid and in its normal form. A [`NonceMemory`] then sees to it that a
//! message is signed once.
//!
//! What is signed is [`InspectedMessage::message`], which is not the text that came in but one that is built anew
//! from the parts that were checked. Both are equal; but nothing that happens to the one that came in can change the
//! other.
//!
//! WeChat Pay documents the message. How strict to be with one that comes from elsewhere is this module's own policy:
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
