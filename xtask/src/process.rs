//! Runs other programs and streams their output.

use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// A program with arguments, ready to run.
pub struct Step {
    command: Command,
    line: String,
}

impl Step {
    /// A program to run in a folder.
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

    /// Sets an environment variable.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Step {
        self.line = format!("{name}={} {}", value.as_ref().to_string_lossy(), self.line);
        self.command.env(name, value);
        self
    }

    /// Runs the program; an unsuccessful exit is an error.
    pub fn run(self) -> Result<(), String> {
        let line = self.line.clone();
        let status = self.status()?;
        if status.success() { Ok(()) } else { Err(format!("`{line}` failed: {status}")) }
    }

    /// Runs the program and returns its exit status.
    pub fn status(mut self) -> Result<ExitStatus, String> {
        if is_captured() {
            return self.stream().map(|(status, _)| status);
        }
        println!("$ {}", self.line);
        self.command.status().map_err(|error| self.not_started(&error))
    }

    /// Runs the program, prints its output line by line, and returns it.
    pub fn stream(self) -> Result<(ExitStatus, String), String> {
        print(&format!("$ {}\n", self.line));
        let line = self.line.clone();
        self.copy_output().map_err(|error| format!("`{line}`: {error}"))
    }

    fn copy_output(mut self) -> io::Result<(ExitStatus, String)> {
        let (reader, writer) = io::pipe()?;
        let mut child = self.command.stdout(writer.try_clone()?).stderr(writer).spawn()?;
        // Closes this end of the pipe; otherwise reading would never end.
        drop(self);
        let mut reader = BufReader::new(reader);
        let mut output = String::new();
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes)? > 0 {
            let text = String::from_utf8_lossy(&bytes);
            print(&text);
            output.push_str(&text);
            bytes.clear();
        }
        Ok((child.wait()?, output))
    }

    /// Runs the program silently and returns its standard output; `None` if it failed.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn not_started(&self, error: &io::Error) -> String {
        format!("`{}` could not be started: {error}", self.line)
    }
}

thread_local! {
    /// The output of this thread, while it is captured.
    static CAPTURED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs a function and captures what it prints with [`print()`] and the output of its programs, because parallel steps
/// print at the same time.
pub fn captured<T>(run: impl FnOnce() -> T) -> (T, String) {
    CAPTURED.set(Some(String::new()));
    let outcome = run();
    (outcome, CAPTURED.take().unwrap_or_default())
}

fn is_captured() -> bool {
    CAPTURED.with_borrow(Option::is_some)
}

/// Prints a text.
pub fn print(text: &str) {
    CAPTURED.with_borrow_mut(|captured| match captured {
        Some(captured) => captured.push_str(text),
        None => std::print!("{text}"),
    });
}
