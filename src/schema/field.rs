//! Fields, their types and limits: the contents of a table row.

use super::mark::{Action, Mark, Marks};
use super::other_api::OtherApi;
use super::section::Section;
use super::segment::Segment;
use super::severity::Severity;
use crate::text::letters::LetterSet;
use crate::text::locale::Bilingual;

/// A JSON object of the API: its fields, in the order of the API's documentation.
#[derive(Debug)]
pub struct Object {
    /// The name of its Rust and TypeScript type.
    pub name: &'static str,
    /// One row per field.
    pub fields: &'static [Field],
    /// The actions that expect at least one of the fields.
    incomplete_without: [bool; Action::ALL.len()],
    /// Other APIs whose objects are easily confused with this one.
    pub others: &'static [OtherApi],
}

impl Object {
    /// An object with these fields.
    pub const fn new(name: &'static str, fields: &'static [Field]) -> Object {
        let mut incomplete_without = [false; Action::ALL.len()];
        let mut row = 0;
        while row < fields.len() {
            let mut at = 0;
            while at < Action::ALL.len() {
                incomplete_without[at] |= fields[row].mark(Action::ALL[at]).missing().is_some();
                at += 1;
            }
            row += 1;
        }
        Object { name, fields, incomplete_without, others: &[] }
    }

    /// The same object, with other APIs that are easily confused with it.
    #[doc(hidden)]
    pub const fn unlike(mut self, others: &'static [OtherApi]) -> Object {
        self.others = others;
        self
    }

    /// The other API that an unknown key belongs to, if one is known. `holds` says whether the key's value has a member
    /// of that name.
    pub(crate) fn api_of(&self, key: &str, holds: &dyn Fn(&str) -> bool) -> Option<&'static str> {
        self.others.iter().find(|other| other.has(key, holds)).map(|other| other.name)
    }

    /// The fields that the object should have, with the severity of a missing one.
    pub(crate) fn expected_fields(
        &self,
        action: Action,
    ) -> impl Iterator<Item = (&'static Field, Severity)> + use<> {
        let fields = if self.incomplete_without[action as usize] { self.fields } else { &[] };
        fields.iter().filter_map(move |field| Some((field, field.mark(action).missing()?)))
    }

    /// The position of a field. Usable at compile time.
    pub const fn row(&self, name: &str) -> Option<usize> {
        let mut row = 0;
        while row < self.fields.len() {
            if is_same(self.fields[row].name, name) {
                return Some(row);
            }
            row += 1;
        }
        None
    }

    /// The position and the row of a field.
    pub fn find(&self, name: &str) -> Option<(usize, &'static Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.name == name)
    }
}

pub(crate) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// A table row: what a field accepts, and how forms and schemas present it.
#[derive(Debug)]
pub struct Field {
    /// Its JSON name, as WeChat Pay writes it.
    pub name: &'static str,
    pub(crate) letters: LetterSet,
    /// The label shown to people.
    pub label: Bilingual,
    /// Its type, with limits.
    pub kind: Kind,
    marks: Marks,
    #[cfg(feature = "docs")]
    docs: FieldDocs,
    #[cfg(feature = "form")]
    section: Option<&'static Section>,
    #[cfg(feature = "form")]
    after: Option<&'static str>,
}

/// Documentation of a field, for forms and schemas. Validation does not need it: it is left out without the feature
/// `docs`.
#[derive(Debug)]
pub struct FieldDocs {
    /// The type in the API's notation, such as `string(10)`. `≤` marks a limit that only a related API documents.
    pub notation: &'static str,
    /// What the field is for and what it accepts.
    pub help: Bilingual,
    /// An example, from the API's documentation if it has one.
    pub example: &'static str,
}

impl Field {
    /// A row with the mark `Optional`.
    #[doc(hidden)]
    #[cfg_attr(
        not(feature = "docs"),
        expect(unused_variables, reason = "a program that only checks says nothing")
    )]
    pub const fn new(name: &'static str, label: Bilingual, kind: Kind, docs: FieldDocs) -> Field {
        Field {
            name,
            letters: LetterSet::of(name),
            label,
            kind,
            marks: Marks::all(Mark::Optional),
            #[cfg(feature = "docs")]
            docs,
            #[cfg(feature = "form")]
            section: None,
            #[cfg(feature = "form")]
            after: None,
        }
    }

    /// Assigns the field to a section of the form.
    #[doc(hidden)]
    #[cfg_attr(
        not(feature = "form"),
        expect(unused_mut, unused_variables, reason = "only forms have sections")
    )]
    pub const fn in_section(mut self, section: &'static Section) -> Field {
        #[cfg(feature = "form")]
        {
            self.section = Some(section);
        }
        self
    }

    /// Places the field right after another one in its section of the form.
    #[doc(hidden)]
    #[cfg_attr(
        not(feature = "form"),
        expect(unused_mut, unused_variables, reason = "only forms have an order of their own")
    )]
    pub const fn after(mut self, field: &'static str) -> Field {
        #[cfg(feature = "form")]
        {
            self.after = Some(field);
        }
        self
    }

    /// Marks the field as expected: without it, its object is incomplete.
    #[doc(hidden)]
    pub const fn expected(self) -> Field {
        Field { marks: Marks::all(Mark::Expected), ..self }
    }

    /// Marks the field as required by the API's documentation.
    #[doc(hidden)]
    pub const fn required(self) -> Field {
        Field { marks: Marks::all(Mark::Required), ..self }
    }

    /// Gives the field a mark for each action.
    #[doc(hidden)]
    pub const fn marked(self, create: Mark, update: Mark, response: Mark) -> Field {
        Field { marks: Marks::new(create, update, response), ..self }
    }

    /// Gives marks to a field that names the object's owner when a merchant signs. Brands must not give it: their
    /// signature identifies them.
    #[doc(hidden)]
    pub const fn marked_for_merchants(self, create: Mark, update: Mark, response: Mark) -> Field {
        Field { marks: Marks::new(create, update, response).for_merchants(), ..self }
    }

    /// The field's mark for an action.
    pub const fn mark(&self, action: Action) -> Mark {
        self.marks.of(action)
    }

    /// A placeholder row, for arrays that are filled at compile time.
    pub(super) const fn unknown() -> Field {
        const NOTHING: Bilingual = Bilingual { zh: "", en: "" };
        Field::new("", NOTHING, Kind::Boolean, FieldDocs { notation: "", help: NOTHING, example: "" })
    }

    /// The field's documentation.
    ///
    /// ```
    /// use wechatpay_membercard::membercard_open::CARD_UPDATE;
    /// let (_, title) = CARD_UPDATE.find("title").unwrap();
    /// assert_eq!(title.docs().notation, "string(10)");
    /// ```
    #[cfg(feature = "docs")]
    pub fn docs(&self) -> &FieldDocs {
        &self.docs
    }

    /// The section of the form. Fields of nested objects have none: they appear with their object.
    #[cfg(feature = "form")]
    pub const fn section(&self) -> Option<&'static Section> {
        self.section
    }

    /// The field that this one directly follows in its section; `None` keeps the order of the rows.
    #[cfg(feature = "form")]
    pub const fn preceding_field(&self) -> Option<&'static str> {
        self.after
    }
}

/// The type of a field.
#[derive(Debug)]
pub enum Kind {
    /// A string.
    Text(Text),
    /// An integer.
    Integer(Integer),
    /// `true` or `false`.
    Boolean,
    /// A string with one of the listed values.
    Choice(&'static [Choice]),
    /// An object.
    Object(&'static Object),
    /// An array.
    List(List),
}

impl Kind {
    /// The JSON type: `string`, `integer`, `boolean`, `object` or `array`.
    pub const fn json_type(&self) -> &'static str {
        match self {
            Kind::Text(_) | Kind::Choice(_) => "string",
            Kind::Integer(_) => "integer",
            Kind::Boolean => "boolean",
            Kind::Object(_) => "object",
            Kind::List(_) => "array",
        }
    }

    /// The field of that name in an object.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        match self {
            Kind::Object(object) => object.find(name).map(|(_, field)| field),
            _ => None,
        }
    }

    /// The type of the member or item that a path segment leads to.
    pub(crate) fn inside(&self, step: &Segment) -> Option<&'static Kind> {
        match (self, step) {
            (_, Segment::Key(key)) => self.field(key).map(|field| &field.kind),
            (Kind::List(list), Segment::Index(_)) => Some(list.item),
            _ => None,
        }
    }
}

/// The limits of a string.
#[derive(Debug)]
pub struct Text {
    /// The largest number of characters (Unicode code points).
    pub max: Option<Limit>,
    /// What the text must look like.
    pub format: Format,
    /// What an empty text means.
    pub empty: Empty,
}

impl Text {
    /// Whether an empty text is an error.
    pub const fn refuses_empty(&self) -> bool {
        !matches!(self.empty, Empty::Doubtful)
    }
}

/// How an empty text is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// It might clear the field, but no page documents that: a warning.
    Doubtful,
    /// The field must not be empty: an error.
    Refused,
    /// It does not match the format: an error.
    Malformed,
}

/// A limit, and how certain it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit<N = usize> {
    /// The largest number allowed.
    pub max: N,
    /// An error if this API's page documents the limit; a warning if only a related API does.
    pub severity: Severity,
}

impl<N: Copy> Limit<N> {
    /// A limit that only a related API documents.
    pub const fn usual(max: N) -> Limit<N> {
        Limit { max, severity: Severity::Warning }
    }

    /// A limit that this API's page documents.
    pub const fn sure(max: N) -> Limit<N> {
        Limit { max, severity: Severity::Error }
    }
}

/// What a text must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One line of text.
    Line,
    /// One line of text; the API may count its limit in bytes.
    LineInBytes,
    /// Text with line breaks.
    Prose,
    /// The card's name: Chinese, English, digits, punctuation.
    CardTitle,
    /// The same, but the page excludes everything else: a control character is an error.
    PlainCardTitle,
    /// An AppID.
    Appid,
    /// The URL of an image from the image upload API.
    ImageUrl,
    /// The URL of a web page.
    WebUrl,
    /// An `http` or `https` URL.
    Url,
    /// A telephone number.
    Phone,
    /// The path of a mini program page.
    PagePath,
    /// An RFC 3339 date and time.
    DateTime,
}

/// The limits of an integer.
#[derive(Debug)]
pub struct Integer {
    /// The smallest number; less is an error.
    pub min: i64,
    /// Whether 0 is a warning.
    pub doubts_zero: bool,
    /// The largest number.
    pub max: Option<Limit<i64>>,
}

/// One value of an enumeration.
#[derive(Debug)]
pub struct Choice {
    /// The value, as WeChat Pay writes it.
    pub value: &'static str,
    pub(crate) letters: LetterSet,
    /// The label shown to people. Left out without the feature `docs`.
    #[cfg(feature = "docs")]
    pub label: Bilingual,
    /// Names of the same value in other APIs, for suggestions.
    pub aliases: &'static [&'static str],
}

impl Choice {
    /// A value of an enumeration.
    #[doc(hidden)]
    #[cfg_attr(
        not(feature = "docs"),
        expect(unused_variables, reason = "a program that only checks says nothing")
    )]
    pub const fn new(value: &'static str, label: Bilingual, aliases: &'static [&'static str]) -> Choice {
        Choice {
            value,
            letters: LetterSet::of(value),
            #[cfg(feature = "docs")]
            label,
            aliases,
        }
    }
}

/// Whether a value is one of the choices.
pub(crate) fn is_listed(choices: &[Choice], value: &str) -> bool {
    choices.iter().any(|choice| choice.value == value)
}

/// The limits of an array.
#[derive(Debug)]
pub struct List {
    /// The type of its items.
    pub item: &'static Kind,
    /// The largest number of items.
    pub max: Option<Limit>,
    /// What makes two items duplicates.
    pub unique_by: UniqueBy,
    /// The severity of duplicates; `None` leaves them to a rule.
    pub repeats: Option<Severity>,
}

/// What makes two items of an array duplicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UniqueBy {
    /// Their value.
    Value,
    /// The value of one of their keys.
    Key(&'static str),
}

/// Parses the limit of a notation: `string(10)` is documented by this API's page, `string(≤32)` only by a related API.
pub const fn limit(notation: &str) -> Option<Limit> {
    let bytes = notation.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] != b'(' {
        at += 1;
    }
    let mut max = 0;
    let mut sure = true;
    while at < bytes.len() {
        match bytes[at] {
            digit @ b'0'..=b'9' => max = max * 10 + (digit - b'0') as usize,
            b'(' | b')' => {}
            _ => sure = false,
        }
        at += 1;
    }
    if max == 0 {
        return None;
    }
    Some(Limit { max, severity: if sure { Severity::Error } else { Severity::Warning } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notation_has_the_limit_and_its_severity() {
        assert_eq!(limit("string(10)"), Some(Limit { max: 10, severity: Severity::Error }));
        assert_eq!(limit("string(≤128)"), Some(Limit { max: 128, severity: Severity::Warning }));
        assert_eq!(limit("string"), None);
    }
}
