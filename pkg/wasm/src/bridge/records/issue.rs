//! Issues and their parts.

use wechatpay_membercard as core;
use wechatpay_membercard::schema::{Kind, List, Object};
use wechatpay_membercard::{
    IssueCode, Locale, Location, Param, Params, Path, Segment, Severity, TextList, abridge,
};

use crate::bridge::macros::{enumeration, numbers, record};
use crate::bridge::{BridgeType, Input, Output, Read, Write};
use crate::family;

enumeration!(LOCALES: Locale { Zh, En });
enumeration!(LOCATIONS: Location { Body, Current, Request });
enumeration!(SEVERITIES: Severity { Error, Warning });

record! {
    /// An issue, in one language.
    output pub struct Issue<'i> as union {
        /// Its severity.
        severity: Severity,
        /// Its code.
        code: Code,
        /// The input it is about.
        location: Location,
        /// The path in that input.
        path: &'i Path,
        /// The parameters of the message.
        params: ParamsOf<'i>,
        /// The message.
        message: Message<'i>,
    }
}

/// Issues with messages in one language, limited to the number that is listed.
#[derive(Debug)]
pub struct Issues(Vec<core::Issue>, Locale);

impl Issues {
    /// These issues in that language.
    pub fn new(issues: Vec<core::Issue>, locale: Locale) -> Issues {
        Issues(abridge(issues), locale)
    }

    fn localized(&self) -> impl Iterator<Item = Issue<'_>> {
        self.0.iter().map(|issue| Issue {
            severity: issue.severity,
            code: Code(issue.code),
            location: issue.location,
            path: &issue.path,
            params: ParamsOf { code: issue.code, params: &issue.params },
            message: Message { issue, locale: self.1 },
        })
    }
}

impl BridgeType for Issues {}

impl Write for Issues {
    fn write(&self, output: &mut Output) {
        output.number(self.0.len());
        self.localized().for_each(|issue| issue.write(output));
        // If kept, the buffer would fragment the memory for the next large document.
        output.scratch = String::new();
    }
}

/// The code of an issue: its index in the string table.
#[derive(Clone, Copy, Debug)]
pub struct Code(pub IssueCode);

impl BridgeType for Code {}

impl Write for Code {
    fn write(&self, output: &mut Output) {
        output.number(self.0 as usize);
    }
}

impl BridgeType for Path {}

/// The index (plus one) of the leading field in the string table, or 0; the number of further segments, and each
/// segment: twice an index, or twice the length of a key plus one.
impl Write for Path {
    fn write(&self, output: &mut Output) {
        let (field, steps) = family::any().body.split(self);
        output.number(field.map_or(0, |field| field.index() + 1));
        output.number(steps.len());
        for step in steps {
            match step {
                Segment::Index(index) => output.number(2 * index),
                Segment::Key(key) => {
                    let length = output.add(key);
                    output.number(2 * length + 1);
                }
            }
        }
    }
}

/// The number of segments, and each segment: an index, or the constant `KEY` and the key.
impl Read<'_> for Path {
    fn read(_: u32, input: &mut Input<'_>) -> Path {
        let length = input.number().min(input.left());
        let step = |_| match input.number() {
            KEY => Segment::Key(input.text().to_owned().into()),
            index => Segment::Index(index as usize),
        };
        (0..length).map(step).collect()
    }
}

/// Precedes a key instead of an index. No list is long enough for this index.
pub const KEY: u32 = u32::MAX;

impl BridgeType for &Path {}

impl Write for &Path {
    fn write(&self, output: &mut Output) {
        (*self).write(output);
    }
}

numbers! {
    /// The kind of a parameter.
    pub enum ParamKind {
        /// A text.
        Text,
        /// An integer.
        Integer,
        /// False or true: 0 or 1.
        Boolean,
        /// A list of texts.
        List,
        /// The values of an enumeration, by its index in the string table.
        Choices,
    }
}

impl ParamKind {
    /// The factor of a parameter's index, which leaves room for its kind.
    pub const COUNT: usize = 8;
}

/// The parameters of an issue: their number, and each one's index, kind and value.
#[derive(Clone, Copy, Debug)]
pub struct ParamsOf<'i> {
    /// The code.
    pub code: IssueCode,
    /// The parameters.
    pub params: &'i Params,
}

impl BridgeType for ParamsOf<'_> {}

impl Write for ParamsOf<'_> {
    fn write(&self, output: &mut Output) {
        output.number(self.params.iter().count());
        let names = self.code.parameters();
        for (name, param) in self.params.iter() {
            let place = names.iter().position(|parameter| parameter.name == name).unwrap_or_default();
            write_param(place, param, output);
        }
    }
}

/// Adds a parameter: its kind and index, and the value.
pub(super) fn write_param(place: usize, param: &Param, output: &mut Output) {
    let mut begin = |kind: ParamKind| output.number(ParamKind::COUNT * place + kind as usize);
    match param {
        Param::Text(text) => {
            begin(ParamKind::Text);
            output.text(text);
        }
        Param::Integer(number) => {
            begin(ParamKind::Integer);
            output.integer(*number);
        }
        Param::Boolean(value) => {
            begin(ParamKind::Boolean);
            output.number(usize::from(*value));
        }
        Param::List(texts) => match enumeration(texts) {
            Some(enumeration) => {
                begin(ParamKind::Choices);
                output.number(enumeration);
            }
            None => {
                begin(ParamKind::List);
                output.number(texts.len());
                texts.iter().for_each(|text| output.text(text));
            }
        },
    }
}

/// The index of the enumeration in the string table.
fn enumeration(texts: &TextList) -> Option<usize> {
    let choices = texts.choices()?;
    family::any().enumerations.iter().position(|enumeration| std::ptr::eq(*enumeration, choices))
}

/// The message, which is written directly into the response.
#[derive(Clone, Copy, Debug)]
pub struct Message<'i> {
    /// The issue.
    pub issue: &'i core::Issue,
    /// The language.
    pub locale: Locale,
}

impl BridgeType for Message<'_> {}

impl Write for Message<'_> {
    fn write(&self, output: &mut Output) {
        let mut message = std::mem::take(&mut output.scratch);
        message.clear();
        self.issue.write_message(self.locale, &mut message);
        output.text(&message);
        output.scratch = message;
    }
}

/// The string table: the version of the package and the name of an endpoint, which identifies the family; then texts to
/// which responses refer by index: each code with the names of its parameters, the keys of each numbered field, the
/// values of each enumeration, the keys of each object. A line is a list of words, each followed by a blank; an empty
/// line separates the kinds.
pub fn write_strings(output: &mut Output) {
    output.add(concat!(env!("CARGO_PKG_VERSION"), " "));
    output.add(family::any().name);
    output.add("\n\n");
    for code in IssueCode::ALL {
        write_word(code.as_str(), output);
        code.parameters().iter().for_each(|parameter| write_word(parameter.name, output));
        output.add("\n");
    }
    output.add("\n");
    for path in family::any().body.paths() {
        path.segments().iter().filter_map(Segment::key).for_each(|key| write_word(key, output));
        output.add("\n");
    }
    output.add("\n");
    for enumeration in family::any().enumerations {
        enumeration.iter().for_each(|choice| write_word(choice.value, output));
        output.add("\n");
    }
    output.add("\n");
    write_objects(family::any().body.object(), output);
}

/// The keys of all objects, the payload first. `{` follows a key whose value is an object, `*` one whose value is a
/// list of objects; each such object has the next line that is not taken by an earlier one.
fn write_objects(payload: &'static Object, output: &mut Output) {
    let mut objects = vec![payload];
    let mut at = 0;
    while let Some(object) = objects.get(at).copied() {
        for field in object.fields {
            write_word(field.name, output);
            let inside = match &field.kind {
                Kind::Object(object) => Some(("{", object)),
                Kind::List(List { item: Kind::Object(object), .. }) => Some(("*", object)),
                _ => None,
            };
            if let Some((mark, object)) = inside {
                write_word(mark, output);
                objects.push(object);
            }
        }
        output.add("\n");
        at += 1;
    }
}

fn write_word(word: &str, output: &mut Output) {
    output.add(word);
    output.add(" ");
}

#[cfg(feature = "typescript")]
pub(super) use described::sample_param;

#[cfg(feature = "typescript")]
mod described {
    use fastrand::Rng;
    use serde_json::{Map, Value, json};

    use super::*;
    use crate::bridge::typescript::{Described, Shape, Types};

    impl Described for Issues {
        fn shape(types: &mut Types) -> Shape {
            Vec::<Issue<'_>>::shape(types)
        }

        fn sample(random: &mut Rng) -> Issues {
            let issues = (0..random.usize(..4)).map(|_| sample_issue(random)).collect();
            Issues(issues, Locale::sample(random))
        }

        fn json(&self) -> Value {
            self.localized().map(|issue| issue.json()).collect()
        }
    }

    fn sample_issue(random: &mut Rng) -> core::Issue {
        let code = IssueCode::ALL[random.usize(..IssueCode::ALL.len())];
        let issue = core::Issue::new(code, Path::sample(random)).severity(Severity::sample(random));
        let mut issue = core::Issue { location: Location::sample(random), ..issue };
        for parameter in code.parameters().iter().filter(|_| random.u8(..4) > 0).collect::<Vec<_>>() {
            issue = issue.with(parameter.name, sample_param(random));
        }
        issue
    }

    pub fn sample_param(random: &mut Rng) -> Param {
        match random.u8(..5) {
            0 => String::sample(random).into(),
            1 => i64::sample(random).into(),
            2 => bool::sample(random).into(),
            3 => Vec::<String>::sample(random).into(),
            _ => family::any().enumerations[random.usize(..family::any().enumerations.len())].into(),
        }
    }

    impl Described for Code {
        fn shape(types: &mut Types) -> Shape {
            types.declare("IssueCode");
            Shape::Spread { read: "code()", members: &[("code", "IssueCode", "")] }
        }

        fn sample(random: &mut Rng) -> Code {
            Code(IssueCode::ALL[random.usize(..IssueCode::ALL.len())])
        }

        fn json(&self) -> Value {
            json!(self.0)
        }
    }

    impl Described for Path {
        fn shape(_: &mut Types) -> Shape {
            Shape::Spread {
                read: "place()",
                members: &[
                    ("path", "(string | number)[]", ""),
                    ("pointer", "string", " The same as a JSON pointer (RFC 6901)."),
                ],
            }
        }

        /// A path into the update, or any path.
        fn sample(random: &mut Rng) -> Path {
            let start = match random.bool() {
                true => family::any()
                    .body
                    .paths()
                    .nth(random.usize(..family::any().body.paths().count()))
                    .unwrap_or_default(),
                false => Path::root(),
            };
            (0..random.usize(..4)).fold(start, |path, _| match random.bool() {
                true => path.index(random.usize(..1000)),
                false => path.key(String::sample(random)),
            })
        }

        fn json(&self) -> Value {
            json!(self)
        }

        fn add_to(&self, _: &str, record: &mut Map<String, Value>) {
            record.insert("path".into(), self.json());
            record.insert("pointer".into(), self.to_string().into());
        }
    }

    impl Described for &Path {
        fn shape(types: &mut Types) -> Shape {
            Path::shape(types)
        }

        fn sample(random: &mut Rng) -> Self {
            Box::leak(Box::new(Path::sample(random)))
        }

        fn json(&self) -> Value {
            (*self).json()
        }

        fn add_to(&self, name: &str, record: &mut Map<String, Value>) {
            (*self).add_to(name, record);
        }
    }

    impl Described for ParamsOf<'_> {
        fn shape(_: &mut Types) -> Shape {
            Shape::Value { type_name: "Issue[\"params\"]", read: "params(code)", write: "" }
        }

        fn sample(_: &mut Rng) -> Self {
            unreachable!("they are those of a whole issue")
        }

        fn json(&self) -> Value {
            json!(self.params)
        }
    }

    impl Described for Message<'_> {
        fn shape(types: &mut Types) -> Shape {
            String::shape(types)
        }

        fn sample(_: &mut Rng) -> Self {
            unreachable!("it is that of a whole issue")
        }

        fn json(&self) -> Value {
            self.issue.message(self.locale).into()
        }
    }
}
