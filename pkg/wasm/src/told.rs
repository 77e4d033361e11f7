//! Issues in the form that JavaScript reads fastest: one text that holds all their texts one after another, and numbers
//! that tell what they are. What recurs is told by its place in a catalogue. `pkg/src/bridge/read-issues.ts` reads it.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::membercard_open::UPDATE;
use wechatpay_membercard::{Issue, IssueCode, Locale, Param, Path, Segment, Texts, abridge};

use crate::mailbox::{Output, answer};

/// What the number of a parameter says about it, above the place of its name among those of the code.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum CoreParam {
    /// A text: its length follows.
    Text = 0,
    /// A whole number: its lower and its upper half follow.
    Integer = 1,
    /// False or true: 0 or 1 follows.
    Boolean = 2,
    /// Texts: their number follows, then their lengths.
    List = 3,
    /// The values of an enumeration: its place in the catalogue follows.
    Choices = 4,
}

/// Adds issues to the answer: their number, then each.
///
/// An issue is its code's place in the catalogue; its severity (1 for a warning); its location; its path; the number of
/// its parameters, and the parameters; the length of its message.
pub(crate) fn tell(issues: Vec<Issue>, locale: Locale, output: &mut Output) {
    let issues = abridge(issues);
    output.number(issues.len());
    let mut message = String::new();
    for issue in &issues {
        output.issue(issue);
        message.clear();
        issue.write_message(locale, &mut message);
        output.text(&message);
    }
}

impl Output {
    fn issue(&mut self, issue: &Issue) {
        self.number(issue.code as usize);
        self.number(issue.severity as usize);
        self.number(issue.location as usize);
        self.path(&issue.path);
        self.number(issue.params.iter().count());
        let names = issue.code.parameters();
        for (name, param) in issue.params.iter() {
            let place = names.iter().position(|parameter| parameter.name == name);
            self.param(place.unwrap_or_default(), param);
        }
    }

    /// Adds a path: the place of the fixed path that it begins with in the catalogue, or 0; the number of steps behind
    /// it, and the steps: twice an index, or twice a key's length and one.
    pub(crate) fn path(&mut self, path: &Path) {
        let (field, steps) = UPDATE.body.split(path);
        self.number(field.map_or(0, |field| field.index() + 1));
        self.number(steps.len());
        for step in steps {
            match step {
                Segment::Index(index) => self.number(2 * index),
                Segment::Key(key) => {
                    let length = self.add(key);
                    self.number(2 * length + 1);
                }
            }
        }
    }

    fn param(&mut self, place: usize, param: &Param) {
        let head = |kind: CoreParam| 8 * place + kind as usize;
        match param {
            Param::Text(text) => {
                self.number(head(CoreParam::Text));
                self.text(text);
            }
            Param::Integer(number) => {
                self.number(head(CoreParam::Integer));
                self.integer(*number);
            }
            Param::Boolean(value) => {
                self.number(head(CoreParam::Boolean));
                self.number(usize::from(*value));
            }
            Param::List(texts) => match enumeration(texts) {
                Some(enumeration) => {
                    self.number(head(CoreParam::Choices));
                    self.number(enumeration);
                }
                None => {
                    self.number(head(CoreParam::List));
                    self.number(texts.len());
                    for text in texts.iter() {
                        self.text(text);
                    }
                }
            },
        }
    }
}

/// The place of the enumeration whose values they are.
fn enumeration(texts: &Texts) -> Option<usize> {
    let choices = texts.choices()?;
    UPDATE.enumerations.iter().position(|enumeration| std::ptr::eq(*enumeration, choices))
}

/// Answers the catalogue, in lines of words, behind each of which stands a blank: each code with the names of its
/// parameters; the keys of each fixed path; the values of each enumeration. An empty line stands before the next kind.
/// Returns its length.
#[wasm_bindgen]
pub fn catalogue() -> usize {
    answer(|output| {
        for code in IssueCode::ALL {
            output.word(code.as_str());
            for parameter in code.parameters() {
                output.word(parameter.name);
            }
            output.add("\n");
        }
        output.add("\n");
        for path in UPDATE.body.paths() {
            for key in path.segments().iter().filter_map(Segment::key) {
                output.word(key);
            }
            output.add("\n");
        }
        output.add("\n");
        for enumeration in UPDATE.enumerations {
            for choice in *enumeration {
                output.word(choice.value);
            }
            output.add("\n");
        }
        output.length()
    })
}

impl Output {
    fn word(&mut self, word: &str) {
        self.add(word);
        self.add(" ");
    }
}
