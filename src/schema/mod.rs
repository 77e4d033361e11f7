//! The API's pages as data: what every field is called, what it may hold, and how it is explained.

mod card_state;
mod card_update;
mod field;
mod label;
mod letters;
mod macros;
mod notes;
mod slot;

pub(crate) use card_state::STATE_ONLY;
pub use card_state::{CARD_STATUS, CardState, CardStatus};
pub use card_update::*;
pub(crate) use field::{ANY, is_listed};
pub use field::{Choice, Field, Format, Integer, Kind, Limit, List, Object, Text, UniqueBy};
pub(crate) use label::{label, write_label};
pub(crate) use letters::{Letters, MAX_WORD_LENGTH, is_same_word, letter};
pub use notes::Notes;
pub(crate) use slot::Slot;
