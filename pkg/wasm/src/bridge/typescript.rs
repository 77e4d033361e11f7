//! Generates the TypeScript types, readers and writers of all records. `examples/bridge.rs` prints them when the
//! package is built, and provides random values for tests.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fastrand::Rng;
use heck::ToLowerCamelCase;
use serde_json::{Map, Value, json};

/// The description of a type that is encoded.
pub trait Described {
    /// How TypeScript reads and writes it. Adds the records that it contains to `types`.
    fn shape(types: &mut Types) -> Shape;

    /// A random value.
    fn sample(random: &mut Rng) -> Self;

    /// Its value in TypeScript.
    fn json(&self) -> Value;

    /// Adds it as a member to a record's TypeScript value.
    fn add_to(&self, name: &str, record: &mut Map<String, Value>) {
        record.insert(name.to_lower_camel_case(), self.json());
    }
}

/// The direction of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the module to JavaScript.
    Output,
    /// From JavaScript to the module.
    Input,
    /// Both.
    Both,
}

/// The description of a record.
#[derive(Debug)]
pub struct Record {
    /// Its direction.
    pub direction: Direction,
    /// Its declared type, if the core declares it: the type itself, or a union of more specific ones.
    pub declared: Option<&'static str>,
    /// Its documentation, by lines.
    pub about: &'static [&'static str],
    /// Its members.
    pub members: Vec<Member>,
}

/// A member of a record.
#[derive(Debug)]
pub struct Member {
    /// Its name in Rust.
    pub name: &'static str,
    /// Its documentation, by lines.
    pub doc: &'static [&'static str],
    /// Its encoding.
    pub shape: Shape,
    /// Its TypeScript type, if it is not that of the shape.
    pub typescript: Option<&'static str>,
}

/// The shape of a member, whose type is inferred from a function that returns it.
pub fn member_of<R, T: Described>(types: &mut Types, _: fn(&R) -> &T) -> Shape {
    T::shape(types)
}

/// How TypeScript reads and writes a value.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A call of the reader, and a method of the writer.
    Value {
        /// Its type.
        type_name: &'static str,
        /// The call of the reader.
        read: &'static str,
        /// The method of the writer; empty for values that are only read.
        write: &'static str,
    },
    /// One flag.
    Boolean,
    /// As many flags as an index into a list needs bits.
    Enumeration {
        /// Its type.
        type_name: &'static str,
        /// The name of the list.
        list: &'static str,
        /// The number of flags.
        flags: u32,
    },
    /// A flag that says whether the value is present.
    Optional {
        /// The shape of the value.
        inner: Box<Shape>,
        /// Whether an absent value is an `undefined` member, instead of no member.
        or_undefined: bool,
    },
    /// The number of items, and the items.
    List(Box<Shape>),
    /// The functions of a record.
    Record(&'static str),
    /// A call of the reader that returns several members of the enclosing record.
    Spread {
        /// The call of the reader.
        read: &'static str,
        /// The names, types and documentation of the members; the first one's documentation is the member's own.
        members: &'static [(&'static str, &'static str, &'static str)],
    },
}

impl Shape {
    fn type_name(&self) -> String {
        match self {
            Shape::Value { type_name, .. } | Shape::Enumeration { type_name, .. } => (*type_name).into(),
            Shape::Boolean => "boolean".into(),
            Shape::Optional { inner, .. } => inner.type_name(),
            Shape::List(item) if matches!(**item, Shape::Enumeration { .. } | Shape::Optional { .. }) => {
                format!("({})[]", item.type_name())
            }
            Shape::List(item) => format!("{}[]", item.type_name()),
            Shape::Record(name) => (*name).into(),
            Shape::Spread { .. } => unreachable!("it has a type for each of its members"),
        }
    }

    fn flags(&self) -> u32 {
        match self {
            Shape::Boolean => 1,
            Shape::Enumeration { flags, .. } => *flags,
            Shape::Optional { inner, .. } => 1 + inner.flags(),
            _ => 0,
        }
    }

    /// The expression that reads it, if its flags start at that bit.
    fn read(&self, flag: u32) -> String {
        match self {
            Shape::Value { read, .. } | Shape::Spread { read, .. } => format!("from.{read}"),
            Shape::Boolean => format!("(flags & {}) !== 0", 1_u32 << flag),
            Shape::Enumeration { type_name, list, flags } => {
                let place = if flag == 0 { "flags".into() } else { format!("(flags >>> {flag})") };
                format!("{list}[{place} & {}] as {type_name}", (1 << flags) - 1)
            }
            Shape::Optional { inner, .. } => {
                format!("(flags & {}) !== 0 ? {} : undefined", 1_u32 << flag, inner.read(flag + 1))
            }
            Shape::List(item) => match &**item {
                Shape::Record(name) => format!("from.list(read{name})"),
                item if item.flags() == 0 => format!("from.list((from) => {})", item.read(0)),
                _ => unimplemented!("a list of what has flags"),
            },
            Shape::Record(name) => format!("read{name}(from)"),
        }
    }

    /// The expression for its flags, if they start at that bit.
    fn write_flags(&self, value: &str, flag: u32) -> Option<String> {
        let shifted = |bits: String| if flag == 0 { bits } else { format!("({bits} << {flag})") };
        match self {
            Shape::Boolean => Some(format!("({value} ? {} : 0)", 1_u32 << flag)),
            Shape::Enumeration { list, .. } => Some(shifted(format!("{list}.indexOf({value})"))),
            Shape::Optional { inner, .. } => {
                let more = inner.write_flags(value, flag + 1).map(|flags| format!(" | {flags}"));
                let bits = format!("{}{}", 1_u32 << flag, more.unwrap_or_default());
                Some(format!("({value} === undefined ? 0 : {bits})"))
            }
            _ => None,
        }
    }

    /// The statement that writes the rest, if any.
    fn write(&self, value: &str) -> Option<String> {
        match self {
            Shape::Value { write, .. } => Some(format!("to.{write}({value});")),
            Shape::Boolean | Shape::Enumeration { .. } => None,
            Shape::Optional { inner, .. } => {
                let write = inner.write(value)?;
                Some(format!("if ({value} !== undefined) {{\n\t\t{write}\n\t}}"))
            }
            Shape::List(item) => match &**item {
                Shape::Record(name) => Some(format!("to.list({value}, write{name});")),
                Shape::Value { write, .. } => {
                    Some(format!("to.list({value}, (to, item) => to.{write}(item));"))
                }
                _ => unimplemented!("a list of what has flags"),
            },
            Shape::Record(name) => Some(format!("write{name}(to, {value});")),
            Shape::Spread { .. } => unimplemented!("what is read only"),
        }
    }
}

/// The beginning of the generated file.
const HEAD: &str = "\
/**
 * All that crosses between JavaScript and the WebAssembly module: types, readers and writers, made of the descriptions in
 * `pkg/wasm/src/bridge/records` when the package is built. `pkg/src/bridge/protocol.ts` says how it crosses.
 */
";

/// All types that are encoded.
#[derive(Debug, Default)]
pub struct Types {
    constants: String,
    enumerations: BTreeMap<&'static str, String>,
    records: BTreeMap<&'static str, String>,
    /// Types that the core declares.
    declared: Vec<&'static str>,
}

impl Types {
    /// Adds a constant that both sides use.
    pub fn constant(&mut self, about: &str, name: &str, value: usize) {
        self.constants += &format!("\n/** {about} */\nexport const {name} = {value};\n");
    }

    /// Adds a list of texts that both sides use.
    pub fn texts(&mut self, about: &str, name: &str, texts: &[&str]) {
        self.constants +=
            &format!("\n/** {about} */\nexport const {name}: readonly string[] = {};\n", json!(texts));
    }

    /// Adds named numbers.
    pub fn numbers(&mut self, about: &[&str], name: &str, names: &[(&[&str], &str)]) {
        let member = |(at, (doc, name)): (usize, &(&[&str], &str))| {
            format!("{}\t{name} = {at},\n", comment("\t", doc))
        };
        let members: String = names.iter().enumerate().map(member).collect();
        self.constants += &format!("\n{}export const enum {name} {{\n{members}}}\n", comment("", about));
    }

    /// Adds an enumeration: its type, the name of the list of its names, and the names.
    pub fn enumeration(&mut self, type_name: &'static str, list: &'static str, names: &[Value]) -> Shape {
        self.declare(type_name);
        let names = Value::from(names).to_string().replace(',', ", ");
        let text = format!("\nexport const {list}: readonly {type_name}[] = {names};\n");
        let flags = (names.matches(',').count() as u32).ilog2() + 1;
        self.enumerations.insert(type_name, text);
        Shape::Enumeration { type_name, list, flags }
    }

    /// Adds a record.
    pub fn record(&mut self, name: &'static str, describe: impl FnOnce(&mut Types) -> Record) -> Shape {
        if !self.records.contains_key(name) {
            self.records.insert(name, String::new());
            let record = describe(self);
            if record.declared.is_some() {
                self.declare(name);
            }
            // More specific types of members may contain declared types, and may be other type expressions.
            let known = record.members.iter().filter_map(|member| member.typescript);
            let words = known.flat_map(|known| known.split([' ', '[', ']']));
            words.filter(|word| word.starts_with(char::is_uppercase)).for_each(|name| self.declare(name));
            self.records.insert(name, record.typescript(name));
        }
        Shape::Record(name)
    }

    /// Records a type that the core declares.
    pub fn declare(&mut self, name: &'static str) {
        if !self.declared.contains(&name) {
            self.declared.push(name);
        }
    }

    /// The complete TypeScript.
    pub fn typescript(mut self) -> String {
        self.declared.sort_unstable();
        let parts = [
            HEAD.into(),
            format!("\nimport type {{ {} }} from \"./membercard.js\";\n\n", self.declared.join(", ")),
            include_str!("interfaces.ts").into(),
            self.constants,
            self.enumerations.into_values().collect(),
            self.records.into_values().collect(),
        ];
        parts.concat()
    }
}

impl Record {
    fn typescript(&self, name: &str) -> String {
        assert!(self.flags_before(self.members.len()) < 32, "{name} has too many flags");
        let mut text = String::new();
        if self.declared.is_none() {
            text += &self.interface(name);
        }
        if self.direction != Direction::Input {
            text += &self.reader(name);
        }
        if self.direction != Direction::Output {
            text += &self.writer(name);
        }
        text
    }

    /// The number of flags of the members before that one.
    fn flags_before(&self, member: usize) -> u32 {
        self.members[..member].iter().map(|member| member.shape.flags()).sum()
    }

    fn interface(&self, name: &str) -> String {
        let mut text = format!("\n{}export interface {name} {{\n", comment("", self.about));
        for member in &self.members {
            for (name, type_name, doc) in member.members() {
                text += &comment("\t", &doc);
                // Optional members of inputs may be undefined; those of outputs are then absent.
                let (mark, more) = match (&member.shape, self.direction) {
                    (Shape::Optional { or_undefined: true, .. }, _) if type_name != "unknown" => {
                        ("", " | undefined")
                    }
                    (Shape::Optional { or_undefined: true, .. }, _) => ("", ""),
                    (Shape::Optional { .. }, Direction::Output) => ("?", ""),
                    (Shape::Optional { .. }, _) => ("?", " | undefined"),
                    _ => ("", ""),
                };
                text += &format!("\t{name}{mark}: {type_name}{more};\n");
            }
        }
        text + "}\n"
    }

    fn reader(&self, name: &str) -> String {
        let mut text = format!("\n/** @internal */\nexport function read{name}(from: Source): {name} {{\n");
        text += match self.flags_before(self.members.len()) {
            0 => "\tfrom.number();\n",
            _ => "\tconst flags = from.number();\n",
        };
        for (at, member) in self.members.iter().enumerate() {
            let read = member.shape.read(self.flags_before(at));
            text += &format!("\tconst {} = {read};\n", member.camel_case());
        }
        let (absent, there): (Vec<_>, Vec<_>) =
            self.members.iter().partition(|member| member.may_be_absent());
        let there: Vec<_> = there.iter().map(|member| member.properties()).collect();
        let literal = format!("{{ {} }}", there.concat().join(", "));
        if absent.is_empty() {
            let cast = if self.declared == Some("union") { format!(" as {name}") } else { String::new() };
            return text + &format!("\treturn {literal}{cast};\n}}\n");
        }
        text += &format!("\tconst record: {name} = {literal};\n");
        for member in absent {
            let (name, value) = (member.camel_case(), member.cast());
            text += &format!("\tif ({name} !== undefined) {{\n\t\trecord.{name} = {value};\n\t}}\n");
        }
        text + "\treturn record;\n}\n"
    }

    fn writer(&self, name: &str) -> String {
        let value = |member: &Member| format!("value.{}", member.camel_case());
        let members = || self.members.iter().enumerate();
        let flags: Vec<_> = members()
            .filter_map(|(at, member)| member.shape.write_flags(&value(member), self.flags_before(at)))
            .collect();
        let (given, flags) =
            if flags.is_empty() { ("_", "0".into()) } else { ("value", flags.join(" |\n\t\t")) };
        let rest: String = members()
            .filter_map(|(_, member)| member.shape.write(&value(member)))
            .map(|statement| format!("\t{statement}\n"))
            .collect();
        format!(
            "\n/** @internal */\nexport function flagsOf{name}({given}: {name}): number {{\n\treturn (\n\t\t{flags}\n\t);\n}}\n\
             \n/** @internal */\nexport function writeMembersOf{name}(to: Sink, value: {name}): void {{\n{rest}}}\n\
             \n/** @internal */\nexport function write{name}(to: Sink, value: {name}): void {{\n\
             \tto.number(flagsOf{name}(value));\n\twriteMembersOf{name}(to, value);\n}}\n"
        )
    }
}

impl Member {
    fn camel_case(&self) -> String {
        self.name.to_lower_camel_case()
    }

    /// Its TypeScript members, with types and documentation.
    fn members(&self) -> Vec<(String, String, Vec<&'static str>)> {
        match &self.shape {
            Shape::Spread { members: [(name, type_name, _), others @ ..], .. } => {
                let first = ((*name).into(), (*type_name).into(), self.doc.to_vec());
                let other = |(name, type_name, doc): &(&str, &str, &'static str)| {
                    ((*name).into(), (*type_name).into(), vec![*doc])
                };
                [first].into_iter().chain(others.iter().map(other)).collect()
            }
            shape => {
                let type_name = self.typescript.map_or_else(|| shape.type_name(), str::to_owned);
                vec![(self.camel_case(), type_name, self.doc.to_vec())]
            }
        }
    }

    fn may_be_absent(&self) -> bool {
        matches!(self.shape, Shape::Optional { or_undefined: false, .. })
    }

    /// The expression that was read, cast to its more specific type.
    fn cast(&self) -> String {
        match self.typescript {
            Some(type_name) => format!("{} as {type_name}", self.camel_case()),
            None => self.camel_case(),
        }
    }

    /// The properties of an object literal, from what was read.
    fn properties(&self) -> Vec<String> {
        let local = self.camel_case();
        match &self.shape {
            Shape::Spread { members, .. } => {
                // The first one has the member's more specific type.
                let casts = self
                    .typescript
                    .iter()
                    .map(|name| format!(" as {name}"))
                    .chain(std::iter::repeat(String::new()));
                let members = members.iter().zip(casts);
                members.map(|((name, ..), cast)| format!("{name}: {local}.{name}{cast}")).collect()
            }
            _ if self.typescript.is_none() => vec![local],
            _ => vec![format!("{local}: {}", self.cast())],
        }
    }
}

fn comment(indent: &str, lines: &[&str]) -> String {
    match lines {
        [] => String::new(),
        [line] => format!("{indent}/**{line} */\n"),
        lines => {
            let lines: String = lines.iter().map(|line| format!("{indent} *{line}\n")).collect();
            format!("{indent}/**\n{lines}{indent} */\n")
        }
    }
}

/// Types that are encoded as one number.
macro_rules! numbers {
    ($($type:ty),+) => {
        $(
            impl Described for $type {
                fn shape(_: &mut Types) -> Shape {
                    Shape::Value { type_name: "number", read: "number()", write: "number" }
                }

                fn sample(random: &mut Rng) -> $type {
                    random.u32(..) as $type
                }

                fn json(&self) -> Value {
                    json!(self)
                }
            }
        )+
    };
}

numbers!(u16, u32, usize);

impl Described for i64 {
    fn shape(_: &mut Types) -> Shape {
        Shape::Value { type_name: "number", read: "integer()", write: "integer" }
    }

    /// Within the range in which JavaScript's numbers are exact.
    fn sample(random: &mut Rng) -> i64 {
        random.i64(-(1 << 53)..=1 << 53) >> random.u32(..53)
    }

    fn json(&self) -> Value {
        json!(self)
    }
}

impl Described for bool {
    fn shape(_: &mut Types) -> Shape {
        Shape::Boolean
    }

    fn sample(random: &mut Rng) -> bool {
        random.bool()
    }

    fn json(&self) -> Value {
        json!(self)
    }
}

impl Described for String {
    fn shape(_: &mut Types) -> Shape {
        Shape::Value { type_name: "string", read: "text()", write: "text" }
    }

    /// With characters of every length in UTF-8 and UTF-16.
    fn sample(random: &mut Rng) -> String {
        let characters = ['a', '0', ' ', '"', '/', '~', '\0', 'é', '会', '\u{ffff}', '\u{feff}', '🎉'];
        (0..random.usize(..12)).map(|_| characters[random.usize(..characters.len())]).collect()
    }

    fn json(&self) -> Value {
        json!(self)
    }
}

impl Described for &str {
    fn shape(types: &mut Types) -> Shape {
        String::shape(types)
    }

    fn sample(random: &mut Rng) -> Self {
        String::sample(random).leak()
    }

    fn json(&self) -> Value {
        json!(self)
    }
}

impl Described for Cow<'_, str> {
    fn shape(types: &mut Types) -> Shape {
        String::shape(types)
    }

    fn sample(random: &mut Rng) -> Self {
        String::sample(random).into()
    }

    fn json(&self) -> Value {
        json!(self)
    }
}

impl Described for &[u8] {
    fn shape(_: &mut Types) -> Shape {
        Shape::Value { type_name: "Uint8Array", read: "bytes()", write: "bytes" }
    }

    fn sample(random: &mut Rng) -> Self {
        (0..random.usize(..12)).map(|_| random.u8(..)).collect::<Vec<_>>().leak()
    }

    /// Tests convert this to bytes.
    fn json(&self) -> Value {
        json!({ "bytes": self })
    }
}

impl<T: Described> Described for Option<T> {
    fn shape(types: &mut Types) -> Shape {
        Shape::Optional { inner: Box::new(T::shape(types)), or_undefined: false }
    }

    fn sample(random: &mut Rng) -> Self {
        random.bool().then(|| T::sample(random))
    }

    fn json(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::json)
    }

    fn add_to(&self, name: &str, record: &mut Map<String, Value>) {
        if let Some(value) = self {
            value.add_to(name, record);
        }
    }
}

impl<T: Described> Described for Vec<T> {
    fn shape(types: &mut Types) -> Shape {
        Shape::List(Box::new(T::shape(types)))
    }

    fn sample(random: &mut Rng) -> Self {
        (0..random.usize(..4)).map(|_| T::sample(random)).collect()
    }

    fn json(&self) -> Value {
        self.iter().map(T::json).collect()
    }
}

impl<T: Described> Described for &[T] {
    fn shape(types: &mut Types) -> Shape {
        Vec::<T>::shape(types)
    }

    fn sample(random: &mut Rng) -> Self {
        Vec::sample(random).leak()
    }

    fn json(&self) -> Value {
        self.iter().map(T::json).collect()
    }
}
