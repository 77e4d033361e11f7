//! Reads the case files.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};
use wechatpay_membercard::{ENDPOINTS, Endpoint, Location, Profile, Severity, UnknownKeys, Validator};

use super::compact;

/// The current time of cases that do not set it.
const NOW: i64 = 1_700_000_000_000;

/// The input of a case.
pub enum Input {
    /// A JSON value; its text is the input.
    Payload(Value),
    /// JSON text, possibly invalid.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Input {
    /// The bytes to validate.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Input::Payload(value) => value.to_string().into_bytes(),
            Input::Text(text) => text.clone().into_bytes(),
            Input::Bytes(bytes) => bytes.clone(),
        }
    }

    /// The value of the input, if it has one.
    pub fn value(&self) -> Option<Value> {
        match self {
            Input::Payload(value) => Some(value.clone()),
            _ => serde_json::from_slice(&self.bytes()).ok(),
        }
    }
}

/// The options of the validator.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The endpoint.
    #[serde(skip, default = "default_endpoint")]
    pub endpoint: &'static Endpoint,
    /// The card's state as a value.
    current: Option<Value>,
    /// The card's state as text.
    current_json: Option<Value>,
    pub image_hosts: Option<Vec<String>>,
    pub unknown_keys: Option<UnknownKeys>,
    #[serde(default)]
    pub profile: Profile,
    now: Option<i64>,
    #[serde(default)]
    pub china_time: bool,
}

/// The endpoint of cases that name none.
fn default_endpoint() -> &'static Endpoint {
    ENDPOINTS[0]
}

impl Default for Options {
    fn default() -> Options {
        serde_json::from_str("{}").expect("no option is required")
    }
}

impl Options {
    /// A validator with these options.
    pub fn validator(&self) -> Validator {
        let mut validator = Validator::of(self.endpoint)
            .unknown_keys(self.unknown_keys.unwrap_or(self.endpoint.unknown_keys))
            .profile(self.profile)
            .now(self.now.unwrap_or(NOW))
            .china_time(self.china_time);
        if let Some(hosts) = &self.image_hosts {
            validator = validator.image_hosts(hosts.iter().cloned());
        }
        match self.current_text() {
            Some(state) => validator.current_json(state),
            None => validator,
        }
    }

    /// The card's state as JSON text.
    pub fn current_text(&self) -> Option<String> {
        let current = self.current.as_ref().map(|state| compact::expand(state).to_string());
        current.or_else(|| self.current_json.as_ref().map(compact::text))
    }
}

/// An issue that a case expects.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub severity: Severity,
    pub code: String,
    pub pointer: String,
    #[serde(default)]
    pub location: Location,
    /// Parameters that the case checks.
    #[serde(default)]
    pub params: Map<String, Value>,
    /// Messages by language, if the case checks them.
    #[serde(default)]
    pub messages: Map<String, Value>,
}

/// A row of a case file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    endpoint: Option<String>,
    #[allow(dead_code, reason = "for people, and tests/docs/domain.test.mjs")]
    why: String,
    #[serde(default, deserialize_with = "present")]
    payload: Option<Value>,
    json: Option<Value>,
    hex: Option<Value>,
    #[serde(default)]
    options: Options,
    valid: bool,
    issues: Vec<Expected>,
    body: Option<Value>,
}

/// Distinguishes `null` from an absent key.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// One case.
pub struct Case {
    pub file: String,
    pub name: String,
    pub input: Input,
    pub options: Options,
    pub valid: bool,
    pub issues: Vec<Expected>,
    pub body: Option<String>,
}

impl Case {
    fn new(file: &str, row: Row) -> Case {
        let input = match (row.payload, row.json, row.hex) {
            (Some(payload), None, None) => Input::Payload(compact::expand(&payload)),
            (None, Some(json), None) => Input::Text(compact::text(&json)),
            (None, None, Some(hex)) => Input::Bytes(from_hex(&compact::text(&hex))),
            _ => panic!("{file}: {}: one of payload, json, hex", row.name),
        };
        let endpoint = row.endpoint.map_or(default_endpoint(), |name| {
            let named = ENDPOINTS.iter().find(|known| known.name == name);
            named.unwrap_or_else(|| panic!("{file}: {}: no endpoint {name}", row.name))
        });
        Case {
            file: file.to_owned(),
            name: row.name,
            input,
            options: Options { endpoint, ..row.options },
            valid: row.valid,
            issues: row.issues,
            body: row.body.as_ref().map(compact::text),
        }
    }
}

fn from_hex(text: &str) -> Vec<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).expect("hexadecimal") as u8;
    text.as_bytes().chunks(2).map(|pair| digit(&pair[0]) * 16 + digit(&pair[1])).collect()
}

/// All cases of all files.
pub fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    read_folder(&directory(), &mut cases);
    cases
}

/// Reads the files of a folder, then those of its subfolders.
fn read_folder(folder: &Path, cases: &mut Vec<Case>) {
    let entries = fs::read_dir(folder).expect("a folder of cases");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    let is_json = |path: &&PathBuf| path.extension().is_some_and(|extension| extension == "json");
    cases.extend(files.iter().filter(is_json).flat_map(|path| read(path)));
    folders.iter().for_each(|folder| read_folder(folder, cases));
}

/// The folder of case files, also for other packages of the workspace.
fn directory() -> PathBuf {
    let around = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    around.map(|folder| folder.join("tests/data/cases")).find(|folder| folder.is_dir()).unwrap_or_default()
}

fn read(path: &Path) -> Vec<Case> {
    let file = path.strip_prefix(directory()).unwrap_or(path).with_extension("");
    let file = file.to_string_lossy();
    let text = fs::read_to_string(path).expect("a file of cases");
    let rows: Vec<Row> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    rows.into_iter().map(|row| Case::new(&file, row)).collect()
}
