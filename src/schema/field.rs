//! What a row of the table can say about a field.

use super::mark::{Action, Mark, Marks};
use super::other_api::OtherApi;
use super::section::Section;
use super::segment::Segment;
use super::severity::Severity;
use crate::text::letters::LetterSet;
use crate::text::locale::Bilingual;

/// A JSON object of the API: its fields, in the order of the API's page.
#[derive(Debug)]
pub struct Object {
    /// The name of its type in Rust and TypeScript.
    pub name: &'static str,
    /// One row per field.
    pub fields: &'static [Field],
    /// The actions for which an object is incomplete without one of the fields.
    incomplete_without: [bool; Action::ALL.len()],
    /// The APIs that it is easily mistaken for.
    pub others: &'static [OtherApi],
}

impl Object {
    /// An object of these fields.
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

    /// The same object with the APIs that it is easily mistaken for.
    #[doc(hidden)]
    pub const fn unlike(mut self, others: &'static [OtherApi]) -> Object {
        self.others = others;
        self
    }

    /// The API that a key belongs to which is no field of this object, if one is known. `holds` tells whether the key's
    /// value has a member of that name.
    pub(crate) fn api_of(&self, key: &str, holds: &dyn Fn(&str) -> bool) -> Option<&'static str> {
        self.others.iter().find(|other| other.has(key, holds)).map(|other| other.name)
    }

    /// The fields without which an object is incomplete, and how grave that is.
    pub(crate) fn expected_fields(
        &self,
        action: Action,
    ) -> impl Iterator<Item = (&'static Field, Severity)> + use<> {
        let fields = if self.incomplete_without[action as usize] { self.fields } else { &[] };
        fields.iter().filter_map(move |field| Some((field, field.mark(action).missing()?)))
    }

    /// The position of a field, also for the compiler.
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

/// One row: what a field may hold, and what forms and schemas say about it.
#[derive(Debug)]
pub struct Field {
    /// Its JSON name, as WeChat Pay writes it.
    pub name: &'static str,
    pub(crate) letters: LetterSet,
    /// What people call it.
    pub label: Bilingual,
    /// Its type, with the limits and rules of the type.
    pub kind: Kind,
    marks: Marks,
    #[cfg(feature = "docs")]
    docs: FieldDocs,
    #[cfg(feature = "form")]
    section: Option<&'static Section>,
    #[cfg(feature = "form")]
    after: Option<&'static str>,
}

/// What a form or a schema says about a field. Checks do not read it: without the feature `docs` it is left out.
#[derive(Debug)]
pub struct FieldDocs {
    /// The type as the API's page prints it, such as `string(10)`; `≤` before a number marks a limit that only
    /// a related API prints.
    pub notation: &'static str,
    /// What it is for and what it may hold.
    pub help: Bilingual,
    /// An example, as the API's page gives it where it does.
    pub example: &'static str,
}

impl Field {
    /// A row.
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

    /// The same row, of a field in a section of a form.
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

    /// The same row, of a field that a form shows right behind another one of its section.
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

    /// The same row, of a field without which the object around it is incomplete.
    #[doc(hidden)]
    pub const fn expected(self) -> Field {
        Field { marks: Marks::all(Mark::Expected), ..self }
    }

    /// The same row, of a field that the API's pages mark as required in the object around it.
    #[doc(hidden)]
    pub const fn required(self) -> Field {
        Field { marks: Marks::all(Mark::Required), ..self }
    }

    /// The same row with a mark for each action.
    #[doc(hidden)]
    pub const fn marked(self, create: Mark, update: Mark, response: Mark) -> Field {
        Field { marks: Marks::new(create, update, response), ..self }
    }

    /// The same row, of a field that tells whose the object is where a merchant signs. Brands cannot give it: their
    /// signature tells it.
    #[doc(hidden)]
    pub const fn marked_for_merchants(self, create: Mark, update: Mark, response: Mark) -> Field {
        Field { marks: Marks::new(create, update, response).for_merchants(), ..self }
    }

    /// What an action asks of it.
    pub const fn mark(&self, action: Action) -> Mark {
        self.marks.of(action)
    }

    /// What stands for a field where there is none.
    pub(super) const fn unknown() -> Field {
        const NOTHING: Bilingual = Bilingual { zh: "", en: "" };
        Field::new("", NOTHING, Kind::Boolean, FieldDocs { notation: "", help: NOTHING, example: "" })
    }

    /// What its row says to people.
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

    /// The section of a form that it stands in. What lies in an object stands where the object does, and has none.
    #[cfg(feature = "form")]
    pub const fn section(&self) -> Option<&'static Section> {
        self.section
    }

    /// The field of its section that it stands right behind in a form; without one, it stands as the rows do.
    #[cfg(feature = "form")]
    pub const fn stands_after(&self) -> Option<&'static str> {
        self.after
    }
}

/// The type of a value.
#[derive(Debug)]
pub enum Kind {
    /// A string.
    Text(Text),
    /// An integer.
    Integer(Integer),
    /// `true` or `false`.
    Boolean,
    /// A string that is one of a few.
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

    /// The member of that name.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        match self {
            Kind::Object(object) => object.find(name).map(|(_, field)| field),
            _ => None,
        }
    }

    /// The type of the member or item that a step of a path leads to.
    pub(crate) fn inside(&self, step: &Segment) -> Option<&'static Kind> {
        match (self, step) {
            (_, Segment::Key(key)) => self.field(key).map(|field| &field.kind),
            (Kind::List(list), Segment::Index(_)) => Some(list.item),
            _ => None,
        }
    }
}

/// The rules of a string.
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

/// What an empty text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Empty {
    /// It may be meant to clear the field, which no page documents: a warning.
    Doubtful,
    /// The field cannot be without a text: an error.
    Refused,
    /// It is a text like any other, and not of the format: an error.
    Malformed,
}

/// A limit, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit<N = usize> {
    /// The largest number allowed.
    pub max: N,
    /// An error where this API's page prints the limit; a warning where only a related API does.
    pub severity: Severity,
}

impl<N: Copy> Limit<N> {
    /// A limit that only a related API prints.
    pub const fn usual(max: N) -> Limit<N> {
        Limit { max, severity: Severity::Warning }
    }

    /// A limit that this API's page prints.
    pub const fn sure(max: N) -> Limit<N> {
        Limit { max, severity: Severity::Error }
    }
}

/// What a text must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One line of text.
    Line,
    /// One line whose limit may be counted in bytes.
    LineInBytes,
    /// Text with line breaks.
    Prose,
    /// The name on the card: Chinese, English, digits, punctuation.
    CardTitle,
    /// The same, where the page says that it has nothing else: a control character is an error.
    PlainCardTitle,
    /// An AppID.
    Appid,
    /// The URL of an image from the image upload API.
    ImageUrl,
    /// The URL of a web page.
    WebUrl,
    /// A URL, whether it begins with `https:` or with `http:`.
    Url,
    /// A telephone number.
    Phone,
    /// The path of a mini program's page.
    PagePath,
    /// A date and time of RFC 3339.
    DateTime,
}

/// The rules of an integer.
#[derive(Debug)]
pub struct Integer {
    /// Less than this is an error.
    pub min: i64,
    /// Whether 0 is suspect.
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
    /// What people call it. Checks do not read it: without the feature `docs` it is left out.
    #[cfg(feature = "docs")]
    pub label: Bilingual,
    /// What other APIs call the same, and people therefore write here.
    pub aliases: &'static [&'static str],
}

impl Choice {
    /// A value.
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

/// The rules of an array.
#[derive(Debug)]
pub struct List {
    /// The type of its items.
    pub item: &'static Kind,
    /// The largest number of items.
    pub max: Option<Limit>,
    /// What makes two items the same: the items themselves, or a key of them.
    pub unique_by: UniqueBy,
    /// How grave it is that two items are the same; without it, that is for a rule to say.
    pub repeats: Option<Severity>,
}

/// What makes two items of an array the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UniqueBy {
    /// Their value.
    Value,
    /// The value of one of their keys.
    Key(&'static str),
}

/// The limit in a notation: `string(10)` is sure, `string(≤32)` is what a related API prints.
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
    fn a_notation_tells_the_limit_and_how_sure_it_is() {
        assert_eq!(limit("string(10)"), Some(Limit { max: 10, severity: Severity::Error }));
        assert_eq!(limit("string(≤128)"), Some(Limit { max: 128, severity: Severity::Warning }));
        assert_eq!(limit("string"), None);
    }
}
