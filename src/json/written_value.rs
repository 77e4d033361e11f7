//! Encoded values of a host language that are kept.

use super::{HostValue, TextBuffer};
#[cfg(feature = "form")]
use super::{
    Word,
    document::{Document, Name, Value},
};

/// An encoded value of a host language, kept by a binding or a form.
///
/// ```
/// use wechatpay_membercard::{TextBuffer, Validator, Word, WrittenValue};
///
/// let written = WrittenValue { words: vec![Word::Object.unnamed(0), Word::End.unnamed(0)], units: vec![] };
/// let report = Validator::new().validate_value(written.read(&mut TextBuffer::new()));
/// assert_eq!(report.body(), Some("{}"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenValue {
    /// One word per value: see [`Word`](crate::Word).
    pub words: Vec<u32>,
    /// The concatenated texts, in UTF-16.
    pub units: Vec<u16>,
}

impl WrittenValue {
    /// The value, ready to be read; `texts` is a buffer for its texts.
    pub fn read<'v>(&'v self, texts: &'v mut TextBuffer) -> HostValue<'v> {
        HostValue::new(&self.words, &self.units, texts)
    }

    /// Encodes a document. Reading it gives the same document.
    #[cfg(feature = "form")]
    pub(crate) fn of(document: &Document<'_>) -> WrittenValue {
        let mut written = WrittenValue::default();
        written.add(document, 0);
        written
    }

    /// Adds the value at `at` with everything in it.
    #[cfg(feature = "form")]
    fn add(&mut self, document: &Document<'_>, at: usize) {
        let node = &document.nodes()[at];
        let start = self.units.len();
        match &node.name {
            Name::Root | Name::Index(_) => {}
            Name::Key(key) => self.units.extend(key.encode_utf16()),
            Name::IllFormedKey(string) => self.units.extend(&string.units),
        }
        let is_keyed = matches!(node.name, Name::Key(_) | Name::IllFormedKey(_));
        if is_keyed {
            self.words.push(Word::Key.unnamed(self.length_since(start)));
        }
        let start = self.units.len();
        let word = self.add_text(&node.value);
        let length = self.length_since(start);
        self.words.push(if is_keyed { word.keyed(length) } else { word.unnamed(length) });
        if matches!(word, Word::Array | Word::Object) {
            document.members(at).for_each(|member| self.add(document, member));
            self.words.push(Word::End.unnamed(0));
        }
    }

    /// Adds the text of a value, and returns its kind of word.
    #[cfg(feature = "form")]
    fn add_text(&mut self, value: &Value<'_>) -> Word {
        let (word, text) = match value {
            Value::Null => (Word::Null, ""),
            Value::Boolean(false) => (Word::False, ""),
            Value::Boolean(true) => (Word::True, ""),
            Value::Number(number) => (Word::Number, number.as_ref()),
            Value::Text(text) => (Word::Text, text.as_ref()),
            Value::IllFormedText(string) => {
                self.units.extend(&string.units);
                (Word::Text, "")
            }
            Value::Array => (Word::Array, ""),
            Value::Object => (Word::Object, ""),
            Value::NonJson(kind) => (Word::NonJson, kind.as_ref()),
        };
        self.units.extend(text.encode_utf16());
        word
    }

    /// The number of code units since `start`. Documents are too short to exceed the length bits.
    #[cfg(feature = "form")]
    fn length_since(&self, start: usize) -> u32 {
        (self.units.len() - start) as u32
    }
}
