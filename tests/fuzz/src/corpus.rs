//! The corpus: one file per target, one input per line. Bytes other than visible ASCII are escaped as in Rust's byte
//! strings.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn file(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target).with_extension("txt")
}

/// The inputs of a target.
///
/// # Errors
///
/// If the file cannot be read, or a line is malformed.
pub fn read(target: &str) -> io::Result<Vec<Vec<u8>>> {
    let lines = fs::read_to_string(file(target))?;
    let inputs: Option<Vec<_>> = lines.lines().map(unescape).collect();
    inputs.ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidData, format!("the corpus of {target} is broken"))
    })
}

/// Replaces the inputs of a target.
///
/// # Errors
///
/// If the file cannot be written.
pub fn write(target: &str, mut inputs: Vec<Vec<u8>>) -> io::Result<()> {
    inputs.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
    inputs.dedup();
    let lines = inputs.iter().map(|input| format!("{}\n", input.escape_ascii()));
    fs::write(file(target), lines.collect::<String>())
}

/// The reverse of `escape_ascii`.
fn unescape(line: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = line.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'\\' => match rest.next()? {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'x' => {
                    let digits = [rest.next()?, rest.next()?];
                    u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
                }
                mark => mark,
            },
            byte => byte,
        });
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn every_byte_survives() {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        let line = bytes.escape_ascii().to_string();
        assert_eq!(line.lines().count(), 1);
        assert_eq!(unescape(&line), Some(bytes));
        assert_eq!(unescape("\\x0"), None);
    }
}
