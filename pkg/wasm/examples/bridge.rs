//! Generates the TypeScript side of the bridge, and data for its tests:
//!
//! - `typescript FILE` writes the types, readers and writers of the npm package;
//! - `operations FILE` writes the endpoints' operations as JSON;
//! - `samples SEED COUNT` prints random values of each record, one per line: encoded, and as in JavaScript;
//! - `read` decodes records that JavaScript encoded, one per line, and prints their values.

use std::io::{self, BufRead};
use std::path::Path;

use serde::Deserialize;
use wechatpay_membercard_wasm::bridge::records;

/// A record that JavaScript encoded.
#[derive(Deserialize)]
struct Written {
    name: String,
    bytes: Vec<u8>,
}

fn main() -> io::Result<()> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["typescript", file] => write(file, &records::typescript())?,
        ["operations", file] => write(file, &records::operations().to_string())?,
        ["samples", seed, count] => {
            let [seed, count] = [seed, count].map(|number| number.parse().expect("it is a number"));
            records::samples(seed, count as usize).iter().for_each(|sample| println!("{sample}"));
        }
        ["read"] => {
            for line in io::stdin().lock().lines() {
                let Written { name, bytes } = serde_json::from_str(&line?)?;
                println!("{}", records::read(&name, bytes));
            }
        }
        _ => panic!("bridge typescript FILE | operations FILE | samples SEED COUNT | read"),
    }
    Ok(())
}

/// Writes a file if its text has changed, so that nothing is rebuilt unnecessarily.
fn write(file: &str, text: &str) -> io::Result<()> {
    if std::fs::read_to_string(file).is_ok_and(|before| before == text) {
        return Ok(());
    }
    std::fs::create_dir_all(Path::new(file).parent().unwrap_or(Path::new("")))?;
    std::fs::write(file, text)
}
