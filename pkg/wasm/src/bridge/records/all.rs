//! All records, for TypeScript and tests.

use std::collections::BTreeMap;

use fastrand::Rng;
use serde_json::{Value, json};
use wechatpay_membercard::endpoint::Identity;
use wechatpay_membercard::schema::{Action, Kind, Mark};
use wechatpay_membercard::{
    DEFAULTS, ENDPOINTS, Endpoint, FieldInfo, Host, MAX_BYTES, MAX_DEPTH, MAX_NONCE_LENGTH, Path,
    PreparedRequestData, RequestOptions, Word,
};

use super::form::{FieldChange, FieldState, FormChanges, FormRefusal, FormReport, FormSnapshot};
use super::guard::{AcceptedMessage, Expectations, Refusal, RefusedMessage, SentPath};
use super::issue::{KEY, ParamKind, write_strings};
use super::json_schema::JsonSchemaRequest;
use super::migrate::MigrationRequest;
use super::options::ValidationOptions;
use super::request::{CardToRead, GivenSignature, SignatureRefusal, SignedRequest, SigningFailure};
use super::response::{
    ErrorResponse, ReceivedResponse, ResponseRecord, ResponseRejection, SendFailure, SignedMessages, Verdict,
    VerifierFailure,
};
use crate::bridge::buffers::KEPT_BYTES;
use crate::bridge::typescript::{Described, Shape, Types};
use crate::bridge::{Head, Input, Outcome, Output, Read, Write};

crate::bridge::macros::numbers! {
    /// The kind of a word, in its lowest four bits.
    words: Word { Null, False, True, Number, Text, NonJson, Array, Object, End, Key }
}

/// Visits each record that functions take or return.
trait Visitor {
    fn output<T: Described + Write>(&mut self);

    fn input<T: Described + Read<'static>>(&mut self);
}

fn visit(visitor: &mut impl Visitor) {
    visitor.output::<FormChanges>();
    visitor.output::<FieldState>();
    visitor.output::<FieldChange>();
    visitor.output::<FormRefusal>();
    visitor.output::<FormReport>();
    visitor.output::<FormSnapshot>();
    visitor.output::<FieldInfo>();
    visitor.output::<PreparedRequestData>();
    visitor.output::<SignedRequest>();
    visitor.output::<SignatureRefusal>();
    visitor.output::<AcceptedMessage>();
    visitor.output::<RefusedMessage>();
    visitor.output::<Refusal>();
    visitor.output::<ResponseRecord<'_>>();
    visitor.output::<ResponseRejection>();
    visitor.input::<ValidationOptions<'_>>();
    visitor.input::<RequestOptions>();
    visitor.input::<PreparedRequestData>();
    visitor.input::<CardToRead<'_>>();
    visitor.input::<GivenSignature<'_>>();
    visitor.input::<SigningFailure<'_>>();
    visitor.input::<Expectations<'_>>();
    visitor.input::<SentPath<'_>>();
    visitor.input::<ReceivedResponse<'_>>();
    visitor.input::<ErrorResponse<'_>>();
    visitor.input::<SignedMessages<'_>>();
    visitor.input::<JsonSchemaRequest<'_>>();
    visitor.input::<MigrationRequest<'_>>();
    visitor.input::<VerifierFailure<'_>>();
    visitor.input::<SendFailure<'_>>();
}

/// The TypeScript of all records.
pub fn typescript() -> String {
    let mut types = Types::default();
    types.declare("Issue");
    let keyed = Word::Null.keyed(0) as usize;
    let field = |position| Word::Null.field(position, 0) as usize;
    types.constant("The longest text that is read, in UTF-8 bytes.", "MAX_BYTES", MAX_BYTES);
    types.constant("How deep objects and arrays may be nested.", "MAX_DEPTH", MAX_DEPTH);
    types.constant(
        "The longest nonce that the guard accepts, in characters.",
        "MAX_NONCE_LENGTH",
        MAX_NONCE_LENGTH,
    );
    types.constant("More room for inputs is not kept.", "KEPT_BYTES", KEPT_BYTES);
    types.constant("Stands in the place of an index before a key.", "KEY", KEY as usize);
    types.constant(
        "What makes of the word of a value that of one whose key is the word before.",
        "KEYED",
        keyed,
    );
    types.constant("That of the first field of the table.", "FIRST_FIELD", field(0));
    types.constant(
        "What the word of each field is more than that of the one before.",
        "NEXT_FIELD",
        field(1) - field(0),
    );
    types.constant(
        "What each code unit of its text adds to a word.",
        "TEXT_LENGTH",
        Word::Null.unnamed(1) as usize,
    );
    types.constant(
        "How many times a parameter's place among those of its code is worth its kind.",
        "PARAM_KINDS",
        ParamKind::COUNT,
    );
    types.texts("What the URLs of WeChat Pay's hosts begin with.", "ORIGINS", &Host::ALL.map(Host::origin));
    Head::add_to(&mut types);
    Outcome::add_to(&mut types);
    ParamKind::add_to(&mut types);
    Verdict::add_to(&mut types);
    words(&mut types);
    visit(&mut types);
    types.typescript()
}

/// The data about endpoints that TypeScript needs: the operation; for those with a body its type, required and refused
/// members, and all possible paths; for those that read cards, whose cards.
pub fn operations() -> Value {
    let called = |endpoint: &Endpoint| {
        json!({
            "name": endpoint.name,
            "method": endpoint.operation.method,
            "hasCardId": !endpoint.operation.path_parameter.is_empty(),
            "identity": match endpoint.operation.identity {
                Identity::Mchid => "mchid",
                Identity::BrandId => "brandId",
            },
            "scheme": endpoint.operation.schemes[0],
        })
    };
    let taking = ENDPOINTS.iter().map(|endpoint| {
        let mut operation = called(endpoint);
        operation["body"] = body_of(endpoint);
        operation["isDefault"] = DEFAULTS.contains(endpoint).into();
        operation
    });
    let gets: BTreeMap<&str, &Endpoint> =
        ENDPOINTS.iter().filter_map(|endpoint| endpoint.get).map(|get| (get.name, get)).collect();
    let reading = gets.into_values().map(|get| {
        let mut operation = called(get);
        operation["hasBrandId"] = (!get.operation.query_parameter.is_empty()).into();
        let readers = ENDPOINTS.iter().filter(|endpoint| endpoint.get == Some(get));
        operation["of"] = readers.map(|endpoint| endpoint.name).collect();
        operation
    });
    taking.chain(reading).collect()
}

fn body_of(endpoint: &Endpoint) -> Value {
    let object = endpoint.body.object();
    let fields = |is_marked: fn(Mark) -> bool| -> Vec<_> {
        let marked = object.fields.iter().filter(|field| is_marked(field.mark(endpoint.body.action)));
        marked.map(|field| field.name).collect()
    };
    json!({
        "type": object.name,
        "required": fields(|mark| mark == Mark::Required),
        "refused": fields(|mark| !mark.is_taken()),
        "pointers": pointers("", &Kind::Object(object), endpoint.body.action),
    })
}

/// The JSON pointers of all values that a type may contain, with `*` for list indices, in the order of the tables.
fn pointers(pointer: &str, kind: &Kind, action: Action) -> Vec<String> {
    let inside = |pointer: String, kind| {
        let deeper = pointers(&pointer, kind, action);
        [pointer].into_iter().chain(deeper)
    };
    match kind {
        Kind::Object(object) => {
            let taken = object.fields.iter().filter(|field| field.mark(action).is_taken());
            taken.flat_map(|field| inside(format!("{pointer}/{}", field.name), &field.kind)).collect()
        }
        Kind::List(list) => inside(format!("{pointer}/*"), list.item).collect(),
        Kind::Text(_) | Kind::Integer(_) | Kind::Boolean | Kind::Choice(_) => Vec::new(),
    }
}

impl Visitor for Types {
    fn output<T: Described + Write>(&mut self) {
        T::shape(self);
    }

    fn input<T: Described + Read<'static>>(&mut self) {
        T::shape(self);
    }
}

/// The string table, and sample values of each record: the encoding of output records, and the JavaScript values.
pub fn samples(seed: u64, count: usize) -> Vec<Value> {
    let mut output = Output::new();
    write_strings(&mut output);
    let strings = json!({ "strings": output.into_parts().1 });
    let mut samples = Samples { random: Rng::with_seed(seed), samples: vec![strings] };
    for _ in 0..count {
        visit(&mut samples);
        let path = Path::sample(&mut samples.random);
        samples.samples.push(json!({ "way": "in", "name": PATH, "value": path }));
    }
    samples.samples
}

struct Samples {
    random: Rng,
    samples: Vec<Value>,
}

impl Visitor for Samples {
    fn output<T: Described + Write>(&mut self) {
        let value = T::sample(&mut self.random);
        let mut output = Output::new();
        value.write(&mut output);
        let (numbers, text) = output.into_parts();
        let json = value.json();
        self.samples.push(
            json!({ "way": "out", "name": name::<T>(), "numbers": numbers, "text": text, "value": json }),
        );
    }

    fn input<T: Described + Read<'static>>(&mut self) {
        let value = T::sample(&mut self.random);
        self.samples.push(json!({ "way": "in", "name": name::<T>(), "value": value.json() }));
    }
}

/// The name of paths, which are not a record.
const PATH: &str = "Path";

/// Decodes a record, and returns its value and the number of remaining bytes.
pub fn read(name: &str, bytes: Vec<u8>) -> Value {
    let mut input = Input::new(bytes.leak());
    if name == PATH {
        let path = Path::read(0, &mut input);
        return json!({ "value": path, "left": input.left() });
    }
    let mut reading = RecordReader { wanted: name, input, value: Value::Null };
    visit(&mut reading);
    json!({ "value": reading.value, "left": reading.input.left() })
}

struct RecordReader<'n> {
    wanted: &'n str,
    input: Input<'static>,
    value: Value,
}

impl Visitor for RecordReader<'_> {
    fn output<T: Described + Write>(&mut self) {}

    fn input<T: Described + Read<'static>>(&mut self) {
        if name::<T>() == self.wanted {
            self.value = T::read(0, &mut self.input).json();
        }
    }
}

fn name<T: Described>() -> &'static str {
    match T::shape(&mut Types::default()) {
        Shape::Record(name) => name,
        shape => unreachable!("a call answers records, not {shape:?}"),
    }
}
