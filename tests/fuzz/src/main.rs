//! `corpus unpack FOLDER` writes the corpus in libFuzzer's format, one folder of files per target; `corpus pack FOLDER`
//! is the reverse.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use fuzz::{TARGETS, corpus};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args[..] {
        ["unpack", folder] => each(folder, unpack),
        ["pack", folder] => each(folder, pack),
        _ => Err(io::Error::other("usage: corpus unpack|pack FOLDER")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn each(folder: &str, work: fn(&str, &Path) -> io::Result<()>) -> io::Result<()> {
    TARGETS.iter().try_for_each(|(target, _)| work(target, &Path::new(folder).join(target)))
}

fn unpack(target: &str, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (index, input) in corpus::read(target)?.iter().enumerate() {
        fs::write(folder.join(format!("corpus-{index}")), input)?;
    }
    Ok(())
}

/// Targets without a folder keep their corpus.
fn pack(target: &str, folder: &Path) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let files = fs::read_dir(folder)?.map(|entry| fs::read(entry?.path()));
    corpus::write(target, files.collect::<io::Result<_>>()?)
}
