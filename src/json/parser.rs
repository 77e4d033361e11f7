//! A strict JSON parser (RFC 8259).
//!
//! Parsing stops at the first syntax error, with one issue. Duplicate keys and unpaired surrogates stay in the
//! document, for the checks to report.

use std::borrow::Cow;

use super::document::{Document, IllFormed, Name, RootType, Value};
use super::limits::{Nesting, path_too_long, too_deep};
use super::syntax::{Expected, SyntaxError, at_position};
use super::{MAX_BYTES, MAX_DEPTH, MAX_PATH_BYTES};
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode, Path};
use crate::schema::Body;
use crate::text::scan::plain_run;

/// Parses the text of a body.
pub(crate) fn parse<'a>(
    input: &'a [u8],
    body: &'static Body,
    findings: &mut Findings,
) -> Result<Document<'a>, Box<Issue>> {
    read(input, MAX_BYTES, body.into(), Nesting::default(), findings)
}

/// Parses JSON of at most `max_bytes` without a table.
#[cfg(any(feature = "response", all(feature = "card-member", feature = "json")))]
pub(crate) fn parse_any(text: &str, max_bytes: usize) -> Result<Document<'_>, Box<Issue>> {
    read(text.as_bytes(), max_bytes, RootType::from(None), Nesting::default(), &mut Findings::default())
}

/// Parses the text of a value at some nesting inside a payload.
#[cfg(feature = "form")]
pub(crate) fn parse_inside<'a>(
    input: &'a [u8],
    root: impl Into<RootType>,
    nesting: Nesting,
    findings: &mut Findings,
) -> Result<Document<'a>, Box<Issue>> {
    read(input, MAX_BYTES, root.into(), nesting, findings)
}

fn read<'a>(
    input: &'a [u8],
    max_bytes: usize,
    root: RootType,
    Nesting { depth, path_bytes }: Nesting,
    findings: &mut Findings,
) -> Result<Document<'a>, Box<Issue>> {
    if input.len() > max_bytes {
        let issue = Issue::new(IssueCode::JsonTooLarge, Path::root());
        return Err(Box::new(issue.with("max", max_bytes).with("actual", input.len()).with("unit", "byte")));
    }
    let text = std::str::from_utf8(input).map_err(|error| {
        let valid = error.valid_up_to();
        let before = std::str::from_utf8(&input[..valid]).unwrap_or_default();
        Box::new(at_position(IssueCode::JsonInvalidUtf8, before))
    })?;
    let document = Document::with_room(root, text.len());
    let is_object = root.is_object();
    let mut parser = Parser { text, at: 0, is_object, path_bytes, is_compact: true, document, findings };
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        parser.at = text.len() - rest.len();
        parser.is_compact = false;
        parser.findings.add(0, Issue::new(IssueCode::JsonByteOrderMark, Path::root()));
    }
    parser.value(0, Name::Root, depth)?;
    parser.blanks();
    if parser.at < text.len() {
        return parser.syntax_error(Expected::End);
    }
    parser.document.compact = parser.is_compact.then_some(text);
    parser.document.find_fields();
    Ok(parser.document)
}

type Parsing<T> = Result<T, Box<Issue>>;

struct Parser<'a, 'f> {
    text: &'a str,
    at: usize,
    /// Whether the root must be an object.
    is_object: bool,
    /// The total length of the keys above the current value.
    path_bytes: usize,
    /// Whether the text so far has no blanks between values and no unnecessary escapes.
    is_compact: bool,
    document: Document<'a>,
    findings: &'f mut Findings,
}

/// A parsed string.
enum Text<'a> {
    WellFormed(Cow<'a, str>),
    IllFormed(Box<IllFormed>),
}

impl<'a> Parser<'a, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The remaining text.
    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The text since `start`.
    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
            self.is_compact = false;
        }
    }

    /// A syntax error at the current position.
    fn syntax_error<T>(&self, expected: Expected) -> Parsing<T> {
        Err(Box::new(SyntaxError { text: self.text, at: self.at, expected }.issue()))
    }

    fn value(&mut self, parent: usize, name: Name<'a>, depth: usize) -> Parsing<()> {
        self.blanks();
        match self.peek() {
            Some(b'{') => self.object(parent, name, depth),
            Some(b'[') => self.array(parent, name, depth),
            Some(b'"') => {
                let value = match self.string()? {
                    Text::WellFormed(text) => Value::Text(text.into()),
                    Text::IllFormed(string) => Value::IllFormedText(string),
                };
                self.leaf(parent, name, value)
            }
            Some(b't') => self.literal(parent, name, "true", Value::Boolean(true)),
            Some(b'f') => self.literal(parent, name, "false", Value::Boolean(false)),
            Some(b'n') => self.literal(parent, name, "null", Value::Null),
            Some(b'-' | b'0'..=b'9') => {
                let number = self.number()?;
                self.leaf(parent, name, Value::Number(number.into()))
            }
            _ => self.syntax_error(self.expected_of(&name)),
        }
    }

    /// What must come first in a value of that name.
    fn expected_of(&self, name: &Name<'_>) -> Expected {
        match name {
            Name::Root if self.is_object => Expected::Update,
            _ => Expected::Value,
        }
    }

    fn leaf(&mut self, parent: usize, name: Name<'a>, value: Value<'a>) -> Parsing<()> {
        self.open(parent, name, value);
        Ok(())
    }

    /// Appends a value to the document.
    fn open(&mut self, parent: usize, name: Name<'a>, value: Value<'a>) -> usize {
        if self.document.is_full() {
            self.make_room();
        }
        self.document.open(parent, name, value)
    }

    /// Reserves capacity for the rest of the text, assuming it is like the text so far. Doubling would take twice as
    /// much memory, which a WebAssembly module never gives back.
    #[cold]
    fn make_room(&mut self) {
        let rest = self.text.len() - self.at;
        let values = self.document.nodes().len();
        let expected = values as u64 * rest as u64 / self.at.max(1) as u64;
        // At least a quarter more, to avoid frequent reallocation; at most one value per two bytes, for a value and a
        // comma.
        let more = (expected as usize).max(values / 4).min(rest / 2);
        self.document.reserve(more + 1);
    }

    fn literal(
        &mut self,
        parent: usize,
        name: Name<'a>,
        word: &'static str,
        value: Value<'a>,
    ) -> Parsing<()> {
        if !self.rest().starts_with(word.as_bytes()) {
            return self.syntax_error(self.expected_of(&name));
        }
        self.at += word.len();
        self.leaf(parent, name, value)
    }

    fn enter(&mut self, parent: usize, name: Name<'a>, value: Value<'a>, depth: usize) -> Parsing<usize> {
        let at = self.open(parent, name, value);
        if depth >= MAX_DEPTH {
            return Err(too_deep(&self.document, parent));
        }
        self.at += 1;
        self.blanks();
        Ok(at)
    }

    fn object(&mut self, parent: usize, name: Name<'a>, depth: usize) -> Parsing<()> {
        let object = self.enter(parent, name, Value::Object, depth)?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.blanks();
            if self.peek() != Some(b'"') {
                return self.syntax_error(Expected::Key);
            }
            let key = match self.string()? {
                Text::WellFormed(key) => Name::Key(key),
                Text::IllFormed(string) => Name::IllFormedKey(string),
            };
            self.blanks();
            if self.peek() != Some(b':') {
                return self.syntax_error(Expected::Colon);
            }
            self.at += 1;
            let key_bytes = key.key().map_or(0, str::len);
            self.descend(object, key_bytes)?;
            self.value(object, key, depth + 1)?;
            self.path_bytes -= key_bytes;
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => break,
                _ => return self.syntax_error(Expected::CommaOr('}')),
            }
        }
        self.at += 1;
        self.document.close(object);
        Ok(())
    }

    /// Enters a member of an object. The length of its key counts towards the path of everything in it.
    fn descend(&mut self, object: usize, key_bytes: usize) -> Parsing<()> {
        self.path_bytes += key_bytes;
        if self.path_bytes <= MAX_PATH_BYTES {
            return Ok(());
        }
        Err(path_too_long(&self.document, object, self.path_bytes))
    }

    fn array(&mut self, parent: usize, name: Name<'a>, depth: usize) -> Parsing<()> {
        let array = self.enter(parent, name, Value::Array, depth)?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        for index in 0.. {
            self.value(array, Name::Index(index), depth + 1)?;
            self.blanks();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => break,
                _ => return self.syntax_error(Expected::CommaOr(']')),
            }
        }
        self.at += 1;
        self.document.close(array);
        Ok(())
    }

    fn digits(&mut self) -> Parsing<()> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return self.syntax_error(Expected::Digit);
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Parsing<&'a str> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(self.since(start))
    }

    /// Parses a string. It is copied only if it contains escapes.
    fn string(&mut self) -> Parsing<Text<'a>> {
        self.at += 1;
        let start = self.at;
        self.plain();
        if self.peek() == Some(b'"') {
            let text = self.since(start);
            self.at += 1;
            return Ok(Text::WellFormed(text.into()));
        }
        let mut text = self.since(start).to_owned();
        // The string in UTF-16, once an unpaired surrogate occurs.
        let mut ill_formed: Option<Vec<u16>> = None;
        loop {
            let mut new = text.len();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(match ill_formed {
                        Some(units) => Text::IllFormed(Box::new(IllFormed { text, units })),
                        None => Text::WellFormed(text.into()),
                    });
                }
                Some(b'\\') => {
                    self.at += 1;
                    match self.escape()? {
                        Ok(character) => text.push(character),
                        Err(surrogate) => {
                            ill_formed.get_or_insert_with(|| text.encode_utf16().collect()).push(surrogate);
                            text.push(char::REPLACEMENT_CHARACTER);
                            new = text.len();
                        }
                    }
                }
                Some(_) | None => return self.syntax_error(Expected::RestOfText(start - 1)),
            }
            let plain = self.at;
            self.plain();
            text.push_str(self.since(plain));
            if let Some(units) = &mut ill_formed {
                units.extend(text.get(new..).unwrap_or_default().encode_utf16());
            }
        }
    }

    /// Skips characters that need no escape.
    fn plain(&mut self) {
        self.at += plain_run(self.rest());
    }

    /// Parses the rest of an escape: a character, or an unpaired surrogate.
    fn escape(&mut self) -> Parsing<Result<char, u16>> {
        let character = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => {
                self.is_compact = false;
                '/'
            }
            Some(b'b') => '\x08',
            Some(b'f') => '\x0c',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                self.is_compact = false;
                let unit = self.code_unit()?;
                return self.pair(unit);
            }
            _ => return self.syntax_error(Expected::Escape),
        };
        self.at += 1;
        Ok(Ok(character))
    }

    /// Completes a high surrogate with the low surrogate that must follow.
    fn pair(&mut self, high: u16) -> Parsing<Result<char, u16>> {
        let before = self.at;
        let mut low = None;
        if matches!(high, 0xd800..0xdc00) && self.rest().starts_with(b"\\u") {
            self.at += 2;
            low = Some(self.code_unit()?);
        }
        let mut characters = char::decode_utf16([high].into_iter().chain(low));
        let character = characters.next().and_then(Result::ok);
        if low.is_some() && characters.next().is_some() {
            // The escape is not a low surrogate: parse it again as a separate one.
            self.at = before;
        }
        Ok(character.ok_or(high))
    }

    fn code_unit(&mut self) -> Parsing<u16> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4);
        let Some(digits) = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit)) else {
            return self.syntax_error(Expected::Escape);
        };
        self.at += 4;
        let digit = |digit: &u8| char::from(*digit).to_digit(16).unwrap_or_default() as u16;
        Ok(digits.iter().fold(0, |unit, next| unit << 4 | digit(next)))
    }
}
