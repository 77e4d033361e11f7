//! The cards that requests may affect.

use std::fmt;
use std::sync::Arc;

/// The cards that a message may affect.
///
/// ```
/// use wechatpay_membercard::ExpectedCards;
/// # fn belongs_to_shop(card_id: &str) -> bool { card_id.starts_with('p') }
/// let listed = ExpectedCards::any_of(["pbLatjvWOibDc5-TBnbUk1pD12o0", "pe5BX0v8ZoqSUaMFHOv_3oQP9rAY"]);
/// assert!(listed.include("pe5BX0v8ZoqSUaMFHOv_3oQP9rAY"));
/// assert!(!listed.include("pe5BX0v8ZoqSUaMFHOv_3oQP9rAZ"));
///
/// let matching = ExpectedCards::matching(|card_id| belongs_to_shop(card_id));
/// assert!(matching.include("pbLatjvWOibDc5-TBnbUk1pD12o0"));
/// ```
#[derive(Clone)]
pub struct ExpectedCards(Cards);

#[derive(Clone)]
enum Cards {
    AnyOf(Vec<String>),
    Matching(Arc<dyn Fn(&str) -> bool + Send + Sync>),
    Any,
}

impl ExpectedCards {
    /// The cards with these ids. An empty list means no card.
    pub fn any_of<C: Into<String>>(card_ids: impl IntoIterator<Item = C>) -> ExpectedCards {
        ExpectedCards(Cards::AnyOf(card_ids.into_iter().map(Into::into).collect()))
    }

    /// The cards that the function accepts. It is called only with well-formed ids.
    pub fn matching(expected: impl Fn(&str) -> bool + Send + Sync + 'static) -> ExpectedCards {
        ExpectedCards(Cards::Matching(Arc::new(expected)))
    }

    /// All cards of the merchant. Then anyone who can submit messages can update every card: check
    /// [`InspectedMessage::card_id`](super::InspectedMessage::card_id) before signing.
    pub fn any() -> ExpectedCards {
        ExpectedCards(Cards::Any)
    }

    /// Whether the card is included.
    pub fn include(&self, card_id: &str) -> bool {
        match &self.0 {
            Cards::AnyOf(card_ids) => card_ids.iter().any(|expected| expected == card_id),
            Cards::Matching(expected) => expected(card_id),
            Cards::Any => true,
        }
    }
}

/// See [`any_of`](ExpectedCards::any_of).
impl<C: Into<String>, const N: usize> From<[C; N]> for ExpectedCards {
    fn from(card_ids: [C; N]) -> ExpectedCards {
        ExpectedCards::any_of(card_ids)
    }
}

/// See [`any_of`](ExpectedCards::any_of).
impl<C: Into<String>> From<Vec<C>> for ExpectedCards {
    fn from(card_ids: Vec<C>) -> ExpectedCards {
        ExpectedCards::any_of(card_ids)
    }
}

impl fmt::Debug for ExpectedCards {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Cards::AnyOf(card_ids) => out.debug_tuple("AnyOf").field(card_ids).finish(),
            Cards::Matching(_) => out.write_str("Matching(..)"),
            Cards::Any => out.write_str("Any"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_means_no_card() {
        assert!(!ExpectedCards::any_of(Vec::<String>::new()).include("x"));
        assert!(!ExpectedCards::from([""]).include("x"));
        assert!(ExpectedCards::any().include("x"));
    }

    #[test]
    fn ids_are_compared_as_a_whole() {
        let cards = ExpectedCards::from(vec!["pbLat"]);
        for id in ["pblat", "pbLa", "pbLatj", "", " pbLat"] {
            assert!(!cards.include(id), "{id}");
        }
    }

    #[test]
    fn debug_output_shows_the_kind() {
        assert_eq!(format!("{:?}", ExpectedCards::from(["x"])), r#"AnyOf(["x"])"#);
        assert_eq!(format!("{:?}", ExpectedCards::matching(|_| true)), "Matching(..)");
        assert_eq!(format!("{:?}", ExpectedCards::any()), "Any");
    }
}
