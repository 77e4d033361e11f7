//! The same in TypeScript: what is described becomes types, readers and writers. `examples/bridge.rs` prints them when the
//! package is built, and gives tests random values of everything that crosses.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fastrand::Rng;
use heck::ToLowerCamelCase;
use serde_json::{Map, Value, json};

/// What is known of a type that crosses, beside how it does.
pub trait Described {
    /// How TypeScript reads and writes it. Adds what it is made of to the types.
    fn shape(types: &mut Types) -> Shape;

    /// Any value.
    fn sample(random: &mut Rng) -> Self;

    /// The value that TypeScript sees.
    fn json(&self) -> Value;

    /// Adds the member of that name to what TypeScript sees of a record.
    fn add_to(&self, name: &str, record: &mut Map<String, Value>) {
        record.insert(name.to_lower_camel_case(), self.json());
    }
}

/// Which way a record crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The module answers it.
    Output,
    /// The module is given it.
    Input,
    /// Both.
    Both,
}

/// A record, as it is described.
#[derive(Debug)]
pub struct Record {
    /// Which way it crosses.
    pub direction: Direction,
    /// Whether the core declares its type: as it is, or as a union of more special ones.
    pub declared: Option<&'static str>,
    /// What it is, in lines.
    pub about: &'static [&'static str],
    /// What it is made of.
    pub members: Vec<Member>,
}

/// A member of a record.
#[derive(Debug)]
pub struct Member {
    /// Its name in Rust.
    pub name: &'static str,
    /// What it is, in lines.
    pub doc: &'static [&'static str],
    /// How it crosses.
    pub shape: Shape,
    /// Its type in TypeScript, where that is not the one of its shape.
    pub typescript: Option<&'static str>,
}

/// The shape of a member, which is found by a function that returns it.
pub fn member_of<R, T: Described>(types: &mut Types, _: fn(&R) -> &T) -> Shape {
    T::shape(types)
}

/// How TypeScript reads and writes a value.
#[derive(Clone, Debug)]
pub enum Shape {
    /// By a call of the reader, and by a method of the writer.
    Value {
        /// Its type.
        type_name: &'static str,
        /// What is called of the reader.
        read: &'static str,
        /// The method of the writer, or nothing if such values only come out.
        write: &'static str,
    },
    /// By one flag.
    Boolean,
    /// By as many flags as number the values of that list.
    Enumeration {
        /// Its type.
        type_name: &'static str,
        /// The list of its names.
        list: &'static str,
        /// The number of flags.
        flags: u32,
    },
    /// By a flag that says whether it is there.
    Optional {
        /// What may be there.
        inner: Box<Shape>,
        /// Whether a record then has the member all the same, which is `undefined`.
        or_undefined: bool,
    },
    /// By the number of its items, and they.
    List(Box<Shape>),
    /// By the functions of a record.
    Record(&'static str),
    /// By a call of the reader, which returns several members of the record around it.
    Spread {
        /// What is called of the reader.
        read: &'static str,
        /// Their names and types, and what they are, but for the first: that is what the member itself is.
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

    /// What reads it, if its flags begin with that one.
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

    /// What makes its flags, if they begin with that one.
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

    /// The statement that writes the rest, if there is one.
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

/// What the TypeScript begins with.
const HEAD: &str = "\
/**
 * All that crosses between JavaScript and the WebAssembly module: types, readers and writers, made of the descriptions in
 * `pkg/wasm/src/bridge/records` when the package is built. `pkg/src/bridge/protocol.ts` says how it crosses.
 */
";

/// All types that cross.
#[derive(Debug, Default)]
pub struct Types {
    constants: String,
    enumerations: BTreeMap<&'static str, String>,
    records: BTreeMap<&'static str, String>,
    /// Types that the core declares.
    declared: Vec<&'static str>,
}

impl Types {
    /// Adds a number that both sides know.
    pub fn constant(&mut self, about: &str, name: &str, value: usize) {
        self.constants += &format!("\n/** {about} */\nexport const {name} = {value};\n");
    }

    /// Adds texts that both sides know.
    pub fn texts(&mut self, about: &str, name: &str, texts: &[&str]) {
        self.constants +=
            &format!("\n/** {about} */\nexport const {name}: readonly string[] = {};\n", json!(texts));
    }

    /// Adds numbers that have names.
    pub fn numbers(&mut self, about: &[&str], name: &str, names: &[(&[&str], &str)]) {
        let member = |(at, (doc, name)): (usize, &(&[&str], &str))| {
            format!("{}\t{name} = {at},\n", comment("\t", doc))
        };
        let members: String = names.iter().enumerate().map(member).collect();
        self.constants += &format!("\n{}export const enum {name} {{\n{members}}}\n", comment("", about));
    }

    /// Adds an enumeration: its type, what TypeScript calls the list of its names, and they.
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
            // What members are known as has names of such types, and other types written out.
            let known = record.members.iter().filter_map(|member| member.typescript);
            let words = known.flat_map(|known| known.split([' ', '[', ']']));
            words.filter(|word| word.starts_with(char::is_uppercase)).for_each(|name| self.declare(name));
            self.records.insert(name, record.typescript(name));
        }
        Shape::Record(name)
    }

    /// Notes a type that the core declares.
    pub fn declare(&mut self, name: &'static str) {
        if !self.declared.contains(&name) {
            self.declared.push(name);
        }
    }

    /// All of it, as TypeScript.
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

    /// How many flags the members before that one have.
    fn flags_before(&self, member: usize) -> u32 {
        self.members[..member].iter().map(|member| member.shape.flags()).sum()
    }

    fn interface(&self, name: &str) -> String {
        let mut text = format!("\n{}export interface {name} {{\n", comment("", self.about));
        for member in &self.members {
            for (name, type_name, doc) in member.members() {
                text += &comment("\t", &doc);
                // What comes in may be undefined; of what goes out, the key is absent then.
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

    /// The members that it is in TypeScript, with their types and what they are.
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

    /// What was read, as what TypeScript knows it as.
    fn cast(&self) -> String {
        match self.typescript {
            Some(type_name) => format!("{} as {type_name}", self.camel_case()),
            None => self.camel_case(),
        }
    }

    /// The properties of an object, made of what was read.
    fn properties(&self) -> Vec<String> {
        let local = self.camel_case();
        match &self.shape {
            Shape::Spread { members, .. } => {
                // The first is what the member is known as.
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

/// Types that cross as a number.
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

    /// No larger than numbers of JavaScript are exact.
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

    /// Of every length that UTF-8 and UTF-16 know.
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

    /// Tests make bytes of it.
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
