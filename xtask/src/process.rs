//! Running other programs: their output is streamed, and kept where it is to be read.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// A program with its arguments, ready to run.
pub struct Step {
    command: Command,
    line: String,
}

impl Step {
    /// A program that runs in a folder.
    pub fn new(program: impl Into<OsString>, folder: &Path) -> Step {
        let program = program.into();
        let name = Path::new(&program).file_name().unwrap_or(&program);
        let line = name.to_string_lossy().into_owned();
        let mut command = Command::new(&program);
        command.current_dir(folder);
        Step { command, line }
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Step {
        for arg in args {
            self.line.push(' ');
            self.line.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Step {
        self.line = format!("{name}={} {}", value.as_ref().to_string_lossy(), self.line);
        self.command.env(name, value);
        self
    }

    /// Runs it, and fails if it does.
    pub fn run(self) -> Result<(), String> {
        let line = self.line.clone();
        let status = self.status()?;
        if status.success() { Ok(()) } else { Err(format!("`{line}` failed: {status}")) }
    }

    /// Runs it, and returns how it ended.
    pub fn status(mut self) -> Result<ExitStatus, String> {
        println!("$ {}", self.line);
        self.command.status().map_err(|error| self.not_started(&error))
    }

    /// Runs it, streams its standard output and returns that too.
    pub fn stream(mut self) -> Result<(ExitStatus, String), String> {
        println!("$ {}", self.line);
        let started = self.command.stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|error| self.not_started(&error))?;
        let mut output = String::new();
        let mut reader = BufReader::new(child.stdout.take().expect("standard output is piped"));
        let mut bytes = Vec::new();
        let copied = loop {
            bytes.clear();
            match reader.read_until(b'\n', &mut bytes) {
                Ok(0) => break Ok(()),
                Ok(_) => {
                    output.push_str(&String::from_utf8_lossy(&bytes));
                    if let Err(error) = io::stdout().write_all(&bytes) {
                        break Err(error);
                    }
                }
                Err(error) => break Err(error),
            }
        };
        let status = child.wait().map_err(|error| format!("`{}`: {error}", self.line))?;
        copied.map_err(|error| format!("`{}`: {error}", self.line))?;
        Ok((status, output))
    }

    /// Runs it without printing, and returns how it ended and all that it printed: what runs beside it prints, too.
    pub fn captured(mut self) -> Result<(ExitStatus, String), String> {
        let output = self.command.output().map_err(|error| self.not_started(&error))?;
        let printed = [output.stdout, output.stderr].concat();
        Ok((output.status, format!("$ {}\n{}", self.line, String::from_utf8_lossy(&printed))))
    }

    /// Runs it quietly and returns its standard output, or nothing if it failed.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn not_started(&self, error: &io::Error) -> String {
        format!("`{}` could not be started: {error}", self.line)
    }
}
