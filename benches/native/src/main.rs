//! Measures the core beside crates that Rust programs validate with, in one process and in turn: bytes in, the body or
//! the issues out. Reads the corpus and the JSON schema that `bench.mjs` wrote, and prints nanoseconds as JSON.

mod model;
mod rules;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs};

use jsonschema::paths::Location;
use jsonschema::{Keyword, ValidationError};
use serde_json::{Map, Value, json};
use wechatpay_membercard::Validator;

use model::Update;

/// Whether there is no issue. What was made is thrown away, but made.
type Job<'j> = Box<dyn Fn(&[u8]) -> bool + 'j>;

fn main() {
    let [corpus, schema, milliseconds, rounds] = arguments();
    let corpus: BTreeMap<String, Value> = serde_json::from_str(&read(&corpus)).expect("the corpus is JSON");
    let schema: Value = serde_json::from_str(&read(&schema)).expect("the schema is JSON");
    let duration = Duration::from_millis(milliseconds.parse().expect("milliseconds"));
    let rounds: usize = rounds.parse().expect("rounds");
    let jobs = jobs(&schema);

    let mut results: BTreeMap<&str, BTreeMap<&str, f64>> = BTreeMap::new();
    for (document, update) in &corpus {
        let bytes = serde_json::to_vec(update).expect("JSON can be written");
        let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        let expected = jobs[0].1(&bytes);
        for (name, job) in &jobs {
            assert_eq!(job(&bytes), expected, "the same work is asked for, but {name} differs on {document}");
            time(job, &bytes, duration / 4);
        }
        for _ in 0..rounds {
            for (name, job) in &jobs {
                times.entry(name).or_default().push(time(job, &bytes, duration));
            }
        }
        let medians = times.into_iter().map(|(name, times)| (name, median(times))).collect();
        results.insert(document, medians);
    }
    println!("{}", json!(results));
}

fn arguments() -> [String; 4] {
    let given: Vec<String> = env::args().skip(1).collect();
    given.try_into().expect("CORPUS SCHEMA MILLISECONDS ROUNDS")
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn jobs(schema: &Value) -> [(&'static str, Job<'static>); 4] {
    let ours = Validator::new();
    let schema = compile(schema);
    [
        (
            "membercard",
            Box::new(move |bytes| {
                let report = black_box(ours.validate_json(bytes));
                report.is_valid()
            }),
        ),
        (
            "garde",
            Box::new(|bytes| typed(bytes, |update| black_box(garde::Validate::validate(update)).is_ok())),
        ),
        (
            "validator",
            Box::new(|bytes| typed(bytes, |update| black_box(validator::Validate::validate(update)).is_ok())),
        ),
        (
            "jsonschema",
            Box::new(move |bytes| {
                let Ok(update) = serde_json::from_slice::<Value>(bytes) else { return false };
                let issues: Vec<_> = black_box(schema.iter_errors(&update).collect());
                issues.is_empty() && black_box(serde_json::to_string(&update)).is_ok()
            }),
        ),
    ]
}

fn typed(bytes: &[u8], is_valid: impl Fn(&Update) -> bool) -> bool {
    let Ok(update) = serde_json::from_slice::<Update>(bytes) else { return false };
    is_valid(&update) && black_box(serde_json::to_string(&update)).is_ok()
}

struct RunsForward;

impl<'i> Keyword<'i> for RunsForward {
    fn validate(&self, dates: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(dates) { Ok(()) } else { Err(ValidationError::custom("ends before it begins")) }
    }

    fn is_valid(&self, dates: &'i Value) -> bool {
        let text = |key| dates.get(key).and_then(Value::as_str);
        rules::runs_forward(text("available_begin_time"), text("available_end_time"))
    }
}

fn compile(schema: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .with_format("plain", rules::is_plain)
        .with_format("plain-key", |key: &str| key != "__proto__" && rules::is_plain(key))
        .with_format("appid", rules::is_appid)
        .with_format("image-url", rules::is_image_url)
        .with_format("web-url", rules::is_web_url)
        .with_format("page-path", rules::is_page_path)
        .with_format("date-time", rules::is_date_time)
        .with_keyword("runsForward", |_: &Map<String, Value>, _: &Value, _: Location| {
            Ok(Box::new(RunsForward))
        })
        .build(schema)
        .expect("the schema can be compiled")
}

/// The nanoseconds of one call: the median of batches, for that long.
fn time(job: &Job<'_>, bytes: &[u8], duration: Duration) -> f64 {
    let once = Instant::now();
    black_box(job(bytes));
    let batch = (Duration::from_micros(200).as_nanos() / once.elapsed().as_nanos().max(1)).clamp(1, 1000);
    let mut times = Vec::new();
    let end = Instant::now() + duration;
    while times.len() < 3 || Instant::now() < end {
        let start = Instant::now();
        for _ in 0..batch {
            black_box(job(black_box(bytes)));
        }
        times.push(start.elapsed().as_nanos() as f64 / batch as f64);
    }
    median(times)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
