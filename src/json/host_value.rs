//! Reads a value of a host language from a binary form that its binding wrote: a list of words and one text. There is
//! nothing to parse: fields are given by position, texts by length.

use encoding_rs::mem::{convert_utf16_to_str_partial, utf16_valid_up_to};

use super::document::{Document, IllFormed, Name, RootType, Value};
use super::length::length;
use super::limits::{Nesting, path_too_long, too_deep, unreadable};
use super::text::{Ordinary, put_ascii};
use super::{MAX_BYTES, MAX_DEPTH, MAX_PATH_BYTES, moment};
use crate::issue::Issue;
use crate::issue::findings::Findings;

/// A value of a host language, encoded by its binding. It need not be well-formed: what cannot be read is reported as
/// unreadable.
///
/// ```
/// use wechatpay_membercard::{HostValue, TextBuffer, Validator, Word};
///
/// let title = Word::Text.keyed(3);
/// let words = [Word::Object.unnamed(0), Word::Key.unnamed(5), title, Word::End.unnamed(0)];
/// let units: Vec<u16> = "title会员卡".encode_utf16().collect();
/// let mut texts = TextBuffer::new();
/// assert!(Validator::new().check_value(HostValue::new(&words, &units, &mut texts)).is_empty());
/// let body = Validator::new().body_of(HostValue::new(&words, &units, &mut texts));
/// assert_eq!(body.as_deref(), Some(r#"{"title":"会员卡"}"#));
/// ```
#[derive(Debug)]
pub struct HostValue<'v> {
    words: &'v [u32],
    units: &'v [u16],
    texts: &'v mut TextBuffer,
}

/// A buffer for the texts of a [`HostValue`] in UTF-8. It grows as needed and can be reused.
#[derive(Clone, Debug, Default)]
pub struct TextBuffer {
    /// Texts that are ASCII, as most are.
    ascii: Vec<u8>,
    /// All other texts.
    others: String,
}

impl TextBuffer {
    /// An empty buffer.
    pub const fn new() -> TextBuffer {
        TextBuffer { ascii: Vec::new(), others: String::new() }
    }

    /// Its size in bytes.
    pub fn size(&self) -> usize {
        self.ascii.len() + self.others.len()
    }

    /// Reserves space for texts with that many code units in total.
    fn reserve(&mut self, units: usize) {
        const MOST_BYTES_PER_UNIT: usize = 3;
        // `encoding_rs` starts a character only if the longest one would fit.
        const LONGEST: usize = 4;
        let needed = MOST_BYTES_PER_UNIT * units + LONGEST;
        if self.ascii.len() < units {
            self.ascii = vec![0; units];
        }
        if self.others.len() < needed {
            self.others = "\0".repeat(needed);
        }
    }
}

impl<'v> HostValue<'v> {
    /// The value encoded by `words`: one word per value; the members of an array or object follow it, ended by
    /// [`Word::End`]. Their texts are concatenated in `units`, in UTF-16.
    ///
    /// `texts` is a buffer for them in UTF-8.
    pub fn new(words: &'v [u32], units: &'v [u16], texts: &'v mut TextBuffer) -> HostValue<'v> {
        HostValue { words, units, texts }
    }
}

/// The kind of a word of a [`HostValue`], in its lowest four bits.
///
/// The next eight bits name the value: 0 for the root and array items, 1 for a member whose key is the previous word,
/// otherwise 2 plus the position of a field in its object's table. The upper 20 bits are the length of its text in
/// UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// `null`.
    Null = 0,
    /// `false`.
    False = 1,
    /// `true`.
    True = 2,
    /// A finite number. Its text is its JSON form.
    Number = 3,
    /// A string.
    Text = 4,
    /// A value that JSON cannot represent. Its text is its kind: `undefined`, `bigint`, `function`, `symbol`, `NaN`,
    /// `Infinity`, `-Infinity`, or the name of its class. For a date object it is `@` and the time in RFC 3339, which
    /// is read where a time is expected; `@` alone if the date is invalid. Kinds that begin with `!` are reasons why
    /// the value could not be encoded: `!unreadable`, `!circular`, `!depth`, `!size`, or `!toJSON` and the name of a
    /// class that has a `toJSON` method.
    NonJson = 5,
    /// The beginning of an array.
    Array = 6,
    /// The beginning of an object.
    Object = 7,
    /// The end of an array or object.
    End = 8,
    /// The key of the next value.
    Key = 9,
}

/// The name of a member whose key is the previous word.
const KEYED: usize = 1;
/// The name of the first field of the table.
const FIRST_FIELD: usize = 2;

impl Word {
    const ALL: [Word; 10] = [
        Word::Null,
        Word::False,
        Word::True,
        Word::Number,
        Word::Text,
        Word::NonJson,
        Word::Array,
        Word::Object,
        Word::End,
        Word::Key,
    ];

    /// The word of the root or an array item, whose text has that many code units.
    pub const fn unnamed(self, length: u32) -> u32 {
        self as u32 | length << 12
    }

    /// The word of a member whose key is the previous word.
    pub const fn keyed(self, length: u32) -> u32 {
        self.unnamed(length) | (KEYED as u32) << 4
    }

    /// The word of the field at a position of the object's table.
    pub const fn field(self, position: u32, length: u32) -> u32 {
        self.unnamed(length) | (FIRST_FIELD as u32 + position) << 4
    }

    fn of(word: u32) -> Option<Word> {
        Word::ALL.get(word as usize & 0xf).copied()
    }
}

/// The name bits of a word.
fn name_of(word: u32) -> usize {
    word as usize >> 4 & 0xff
}

/// The length of a word's text.
fn length_of(word: u32) -> usize {
    word as usize >> 12
}

/// Shorter texts are converted immediately.
const LONG: usize = 64;

/// A long ordinary text, whose conversion can wait. One that starts in ASCII is probably a URL, which is checked in
/// UTF-8.
fn long_ordinary(text: &[u16]) -> Option<Ordinary<'_>> {
    let is_long = text.len() >= LONG && !text.iter().take(8).all(|unit| *unit < 0x80);
    if is_long { Ordinary::of(text) } else { None }
}

/// Reads a value at some nesting inside a payload.
pub(crate) fn read_value<'v>(
    value: HostValue<'v>,
    root: impl Into<RootType>,
    nesting: Nesting,
    findings: &mut Findings,
) -> Result<Document<'v>, Box<Issue>> {
    read(value, root.into(), nesting, findings)
}

/// Not generic, so that it is compiled once.
#[inline(never)]
fn read<'v>(
    value: HostValue<'v>,
    root: RootType,
    Nesting { depth, path_bytes }: Nesting,
    findings: &mut Findings,
) -> Result<Document<'v>, Box<Issue>> {
    let HostValue { words, units, texts } = value;
    texts.reserve(units.len());
    let TextBuffer { ascii, others } = texts;
    let document = Document::with_values(root, count_values(words));
    let mut reader = Reader { words: words.iter(), units, ascii, others, path_bytes, document, findings };
    reader.root(depth)?;
    let mut document = reader.document;
    if is_too_large(words, units, &document) {
        document = Document::new(root);
        document.open(0, Name::Root, Value::NonJson("!size".into()));
    }
    document.find_fields();
    Ok(document)
}

/// An upper bound for the number of values. Long lists are counted, because a capacity for all words would be twice as
/// large, and a WebAssembly module never gives memory back.
fn count_values(words: &[u32]) -> usize {
    const MANY: usize = 4096;
    let is_value = |word: &&u32| !matches!(Word::of(**word), Some(Word::End | Word::Key));
    if words.len() < MANY { words.len() } else { words.iter().filter(is_value).count() }
}

type Reading<T> = Result<T, Box<Issue>>;

struct Reader<'v, 'f> {
    words: std::slice::Iter<'v, u32>,
    /// The texts of the remaining words.
    units: &'v [u16],
    /// The buffer for texts that are ASCII.
    ascii: &'v mut [u8],
    /// The buffer for all other texts, in UTF-8.
    others: &'v mut str,
    /// The total length of the keys above the current value.
    path_bytes: usize,
    document: Document<'v>,
    findings: &'f mut Findings,
}

/// A converted text.
enum Read<'v> {
    WellFormed(&'v str),
    IllFormed(Box<IllFormed>),
}

impl<'v> Reader<'v, '_> {
    fn root(&mut self, depth: usize) -> Reading<()> {
        let word = self.word()?;
        self.value(word, 0, Name::Root, None, depth)?;
        if self.words.next().is_some() { Err(unreadable()) } else { Ok(()) }
    }

    fn word(&mut self) -> Reading<u32> {
        self.words.next().copied().ok_or_else(unreadable)
    }

    /// Takes the text of a word.
    fn units(&mut self, word: u32) -> &'v [u16] {
        let (text, behind) = self.units.split_at(length_of(word).min(self.units.len()));
        self.units = behind;
        text
    }

    /// Converts UTF-16, with U+FFFD for unpaired surrogates.
    fn text(&mut self, units: &'v [u16]) -> Read<'v> {
        if put_ascii(units, self.ascii) {
            let ascii = std::mem::take(&mut self.ascii);
            let (text, behind) = ascii.split_at_mut_checked(units.len()).unwrap_or_default();
            self.ascii = behind;
            return Read::WellFormed(str::from_utf8(text).unwrap_or_default());
        }
        let others = std::mem::take(&mut self.others);
        let (_, written) = convert_utf16_to_str_partial(units, others);
        let (text, behind) = others.split_at_mut_checked(written).unwrap_or_default();
        self.others = behind;
        if utf16_valid_up_to(units) == units.len() {
            return Read::WellFormed(text);
        }
        Read::IllFormed(Box::new(IllFormed { text: text.to_owned(), units: units.to_owned() }))
    }

    /// Takes a text that bindings write in ASCII.
    fn ascii(&mut self, word: u32) -> &'v str {
        let units = self.units(word);
        match self.text(units) {
            Read::WellFormed(text) => text,
            Read::IllFormed(_) => "",
        }
    }

    fn key(&mut self, word: u32) -> Name<'v> {
        let units = self.units(word);
        match self.text(units) {
            Read::WellFormed(key) => Name::Key(key.into()),
            Read::IllFormed(string) => Name::IllFormedKey(string),
        }
    }

    fn string(&mut self, word: u32) -> Value<'v> {
        let units = self.units(word);
        if let Some(ordinary) = long_ordinary(units) {
            return Value::Text(ordinary.into());
        }
        match self.text(units) {
            Read::WellFormed(text) => Value::Text(text.into()),
            Read::IllFormed(string) => Value::IllFormedText(string),
        }
    }

    /// Reads the value that starts with `word`.
    fn value(
        &mut self,
        word: u32,
        parent: usize,
        name: Name<'v>,
        row: Option<usize>,
        depth: usize,
    ) -> Reading<()> {
        let kind = Word::of(word).ok_or_else(unreadable)?;
        let value = match kind {
            Word::Null => Value::Null,
            Word::False => Value::Boolean(false),
            Word::True => Value::Boolean(true),
            Word::Number => Value::Number(self.ascii(word).into()),
            Word::Text => self.string(word),
            Word::NonJson => Value::NonJson(self.ascii(word).into()),
            Word::Array => Value::Array,
            Word::Object => Value::Object,
            Word::End | Word::Key => return Err(unreadable()),
        };
        let at = self.document.open_row(parent, name, row, value);
        match kind {
            Word::NonJson => moment::read(&mut self.document, at, self.findings),
            Word::Array | Word::Object if depth >= MAX_DEPTH => return Err(too_deep(&self.document, parent)),
            Word::Array => self.items(at, depth)?,
            Word::Object => self.members(at, depth)?,
            _ => {}
        }
        Ok(())
    }

    fn items(&mut self, array: usize, depth: usize) -> Reading<()> {
        for index in 0.. {
            let word = self.word()?;
            if Word::of(word) == Some(Word::End) {
                break;
            }
            self.value(word, array, Name::Index(index), None, depth + 1)?;
        }
        self.document.close(array);
        Ok(())
    }

    fn members(&mut self, object: usize, depth: usize) -> Reading<()> {
        loop {
            let word = self.word()?;
            match Word::of(word) {
                Some(Word::End) => break,
                Some(Word::Key) => {
                    let name = self.key(word);
                    let word = self.word()?;
                    self.member(word, object, name, None, depth)?;
                }
                _ => {
                    let row = name_of(word).checked_sub(FIRST_FIELD).ok_or_else(unreadable)?;
                    let field = self.document.row(object, row).ok_or_else(unreadable)?;
                    self.member(word, object, Name::Key(field.name.into()), Some(row), depth)?;
                }
            }
        }
        self.document.close(object);
        Ok(())
    }

    /// Reads a member of an object. The length of its key counts towards the path of everything in it.
    fn member(
        &mut self,
        word: u32,
        object: usize,
        name: Name<'v>,
        row: Option<usize>,
        depth: usize,
    ) -> Reading<()> {
        let key_bytes = name.key().map_or(0, str::len);
        self.path_bytes += key_bytes;
        if self.path_bytes > MAX_PATH_BYTES {
            return Err(path_too_long(&self.document, object, self.path_bytes));
        }
        self.value(word, object, name, row, depth + 1)?;
        self.path_bytes -= key_bytes;
        Ok(())
    }
}

/// Whether the value would be too large as JSON text, so that objects and texts have the same limit.
fn is_too_large(words: &[u32], units: &[u16], document: &Document<'_>) -> bool {
    // A code unit is escaped in at most 6 bytes; a value adds at most a key of the table and punctuation.
    const MOST_PER_UNIT: usize = 6;
    const MOST_PER_WORD: usize = 64;
    let at_most = MOST_PER_UNIT * units.len() + MOST_PER_WORD * words.len();
    at_most > MAX_BYTES && length(document, 0, &Name::Root) > MAX_BYTES
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Validator;
    use crate::endpoints::membercard_open::UPDATE;
    use crate::issue::IssueCode;

    fn codes(words: &[u32], text: &str) -> Vec<IssueCode> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let issues = Validator::new().check_value(HostValue::new(words, &units, &mut TextBuffer::new()));
        issues.iter().map(|issue| issue.code).collect()
    }

    #[test]
    fn what_is_not_well_formed_is_unreadable() {
        let (begin, end) = (Word::Object.unnamed(0), Word::End.unnamed(0));
        let cases: [&[u32]; 10] = [
            &[],
            &[begin],
            &[end],
            &[15],
            &[begin, end, end],
            &[begin, Word::True.unnamed(0), end],
            &[begin, Word::True.field(200, 0), end],
            &[begin, Word::Key.unnamed(1), end],
            &[begin, Word::Key.unnamed(1), Word::Key.unnamed(1), end],
            &[Word::Array.unnamed(0), Word::Key.unnamed(0), Word::True.keyed(0), end],
        ];
        for words in cases {
            assert_eq!(codes(words, "ab"), [IssueCode::Unreadable], "{words:?}");
        }
    }

    #[test]
    fn levels_are_counted() {
        let nested =
            |levels| [vec![Word::Array.unnamed(0); levels], vec![Word::End.unnamed(0); levels]].concat();
        assert!(!codes(&nested(MAX_DEPTH), "").contains(&IssueCode::JsonTooDeep));
        assert_eq!(codes(&nested(MAX_DEPTH + 1), ""), [IssueCode::JsonTooDeep]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        /// Any words give a report, and valid values have a body.
        #[test]
        fn any_words_have_a_verdict(
            inside in proptest::collection::vec((0_u32..12, 0_u32..30, 0_u32..6), 0..30),
            units in proptest::collection::vec(any::<u16>(), 0..60),
        ) {
            let words = inside.iter().map(|(word, name, length)| word | name << 4 | length << 12);
            let words: Vec<u32> = [Word::Object.unnamed(0)].into_iter().chain(words).chain([Word::End.unnamed(0)]).collect();
            let mut texts = TextBuffer::new();
            let issues = Validator::new().check_value(HostValue::new(&words, &units, &mut texts));
            let body = Validator::new().body_of(HostValue::new(&words, &units, &mut texts));
            prop_assert!(issues.iter().any(Issue::is_error) || body.is_some());
        }

        /// UTF-16 is decoded as the standard library does, and written back as JSON.
        #[test]
        fn texts_are_read_as_the_standard_library_does(
            units in proptest::collection::vec(prop_oneof![0_u16..0x80, any::<u16>(), 0xd7ff_u16..0xe001], 0..40),
        ) {
            let words = [Word::Text.unnamed(units.len() as u32)];
            // A buffer that was used before.
            let mut texts = TextBuffer { ascii: vec![b'a'; 40], others: "卡".repeat(40) };
            let value = HostValue::new(&words, &units, &mut texts);
            let document = read_value(value, UPDATE.body, Nesting::default(), &mut Findings::default()).unwrap();
            match (&document.nodes()[0].value, String::from_utf16(&units)) {
                (Value::Text(read), Ok(text)) => prop_assert_eq!(&**read, &text),
                (Value::IllFormedText(string), Err(_)) => {
                    prop_assert_eq!(&string.text, &String::from_utf16_lossy(&units));
                    prop_assert_eq!(&string.units, &units);
                }
                (other, _) => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
