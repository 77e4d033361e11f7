//! Issues in the form that JavaScript reads fastest: one text that holds all their texts one after another, and numbers
//! that tell what they are. `pkg/src/issues/read-issues.ts` reads it.

use wasm_bindgen::prelude::wasm_bindgen;
use wechatpay_membercard::{Issue, IssueCode, Locale, Param, Path, Segment, abridge};

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

    /// Adds a path: the number of its steps, and the steps: twice an index, or twice a key's length and one.
    pub(crate) fn path(&mut self, path: &Path) {
        self.number(path.segments().len());
        for step in path.segments() {
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
        let head = |kind: CoreParam| 4 * place + kind as usize;
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
            Param::List(texts) => {
                self.number(head(CoreParam::List));
                self.number(texts.len());
                for text in texts.iter() {
                    self.text(text);
                }
            }
        }
    }
}

/// Answers the catalogue of codes, one in a line: its name, and the names of its parameters. Returns its length.
#[wasm_bindgen]
pub fn issue_codes() -> usize {
    answer(|output| {
        for code in IssueCode::ALL {
            output.add(code.as_str());
            for parameter in code.parameters() {
                output.add(" ");
                output.add(parameter.name);
            }
            output.add("\n");
        }
        output.length()
    })
}
