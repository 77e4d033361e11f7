//! A list of texts as one parameter.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::schema::Choice;

/// A list of texts: static ones (such as the values of an enumeration) without a copy, or owned ones.
///
/// ```
/// use wechatpay_membercard::{Param, Validator};
/// let report = Validator::new().validate_json(br#"{"code_mode": "AUTO"}"#);
/// let Some(Param::List(allowed)) = report.issues()[0].params.get("allowed") else { panic!() };
/// assert!(allowed.iter().eq(["SYSTEM_ALLOCATE", "MERCHANT_DEPOSIT", "REAL_TIME"]));
/// ```
#[derive(Clone)]
pub struct TextList(Source);

#[derive(Clone)]
enum Source {
    Choices(&'static [Choice]),
    Known(&'static [&'static str]),
    Any(Vec<String>),
}

impl TextList {
    /// The number of texts.
    pub fn len(&self) -> usize {
        match &self.0 {
            Source::Choices(choices) => choices.len(),
            Source::Known(texts) => texts.len(),
            Source::Any(texts) => texts.len(),
        }
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text at an index.
    pub fn get(&self, index: usize) -> Option<&str> {
        match &self.0 {
            Source::Choices(choices) => choices.get(index).map(|choice| choice.value),
            Source::Known(texts) => texts.get(index).copied(),
            Source::Any(texts) => texts.get(index).map(String::as_str),
        }
    }

    /// The enumeration, if the list is its values.
    pub fn choices(&self) -> Option<&'static [Choice]> {
        match &self.0 {
            Source::Choices(choices) => Some(choices),
            Source::Known(_) | Source::Any(_) => None,
        }
    }

    /// The texts, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

impl From<&'static [Choice]> for TextList {
    fn from(choices: &'static [Choice]) -> TextList {
        TextList(Source::Choices(choices))
    }
}

impl From<&'static [&'static str]> for TextList {
    fn from(texts: &'static [&'static str]) -> TextList {
        TextList(Source::Known(texts))
    }
}

impl From<Vec<String>> for TextList {
    fn from(texts: Vec<String>) -> TextList {
        TextList(Source::Any(texts))
    }
}

impl PartialEq for TextList {
    fn eq(&self, other: &TextList) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for TextList {}

impl Ord for TextList {
    fn cmp(&self, other: &TextList) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl PartialOrd for TextList {
    fn partial_cmp(&self, other: &TextList) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for TextList {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for TextList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::TextList;
    use crate::endpoints::membercard_open::CODE_TYPE;
    use crate::schema::Choice;

    #[test]
    fn text_lists_are_compared_by_contents() {
        const KNOWN: &[&str] = &["BAR_CODE", "QRCODE", "BAR_CODE_AND_QRCODE", "NONE_CODE"];
        let any =
            |texts: &[&str]| TextList::from(texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
        let all = [TextList::from(CODE_TYPE), TextList::from(KNOWN), any(KNOWN)];
        for one in &all {
            assert!(
                all.iter()
                    .all(|other| one == other && one.partial_cmp(other).is_some_and(|order| order.is_eq()))
            );
            assert_eq!((one.len(), one.is_empty(), one.get(1), one.get(4)), (4, false, Some("QRCODE"), None));
            assert!(*one != any(&KNOWN[1..]) && *one > any(&KNOWN[..3]) && *one < any(&["C"]));
            assert_eq!(format!("{one:?}"), format!("{KNOWN:?}"));
        }
        assert!(any(&[]).is_empty());
        let is_same = |choices: &[Choice]| std::ptr::eq(choices, CODE_TYPE);
        assert_eq!(all.map(|texts| texts.choices().map(is_same)), [Some(true), None, None]);
    }
}
