//! What people write in the place of JSON, told from where the grammar breaks: a comma too many, curly quotation marks, a
//! comment, a name without quotation marks. Each has a sentence of its own, for who reads it may have never seen a grammar.

use crate::issue::{Issue, IssueCode, Path};
use crate::text::digits::code_point;
use crate::text::hidden::is_invisible;

/// The longest part of a text that is quoted, in characters.
const QUOTED: usize = 32;

/// What the grammar asks for where it is broken.
#[derive(Clone, Copy)]
pub(super) enum Expected {
    /// The brace that an update begins with.
    Update,
    Value,
    Key,
    Colon,
    /// A comma, or the bracket that ends the object or array.
    CommaOr(char),
    /// The rest of a number.
    Digit,
    /// The rest of an escape.
    Escape,
    /// The rest of the text that begins there.
    RestOfText(usize),
    /// Nothing more.
    End,
}

/// A place where a text is no longer JSON.
pub(super) struct SyntaxError<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) expected: Expected,
}

/// An issue about a place in a text, which it counts in lines and characters.
pub(super) fn at_position(code: IssueCode, before: &str) -> Issue {
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.chars().rev().take_while(|character| *character != '\n').count() + 1;
    Issue::new(code, Path::root()).with("line", line).with("column", column).with("offset", before.len())
}

impl SyntaxError<'_> {
    /// Why the text is no JSON.
    pub(super) fn issue(&self) -> Issue {
        match self.expected {
            Expected::RestOfText(start) => self.in_text(start),
            _ => match self.next() {
                None if self.is_start() => self.start(),
                None => self.issue_at(IssueCode::JsonUnfinished, self.at),
                Some(next) => self.before(next),
            },
        }
    }

    fn issue_at(&self, code: IssueCode, at: usize) -> Issue {
        at_position(code, self.text.get(..at).unwrap_or_default())
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// What is wrong about the character that comes next.
    fn before(&self, next: char) -> Issue {
        let here = |code| self.issue_at(code, self.at);
        match self.expected {
            Expected::Digit => return self.number(self.at),
            Expected::Escape => return self.issue_at(IssueCode::JsonEscape, self.start_of_escape()),
            _ if is_comment(self.rest()) => return here(IssueCode::JsonComment),
            Expected::End => return here(IssueCode::JsonTrailingData),
            _ => {}
        }
        if is_invisible(next) || next.is_whitespace() || next.is_control() {
            return here(IssueCode::JsonBlank).with("code_point", code_point(next));
        }
        if let Some(meant) = punctuation(next).filter(|meant| !self.is_start() || *meant == '{') {
            let issue = here(IssueCode::JsonPunctuation).with("actual", next.to_string());
            return issue.with("expected", meant.to_string());
        }
        match self.expected {
            Expected::Update => {
                self.start().quoting("actual", word(self.rest(), |character| !character.is_whitespace()))
            }
            Expected::Key | Expected::Value => self.before_key_or_value(next),
            Expected::CommaOr(_) if self.is_in_number(next) => self.number(self.at),
            Expected::CommaOr(_) if self.is_in_word(next) => self.unquoted(self.start_of(is_word)),
            Expected::CommaOr(end) => self.instead_of_comma(next, end),
            _ => here(IssueCode::JsonSyntax).with("expected", ":"),
        }
    }

    fn is_start(&self) -> bool {
        matches!(self.expected, Expected::Update)
    }

    fn start(&self) -> Issue {
        self.issue_at(IssueCode::JsonStart, self.at).with("expected", "{")
    }

    fn before_key_or_value(&self, next: char) -> Issue {
        let before = self.text.get(..self.at).unwrap_or_default().trim_ascii_end();
        let here = |code| self.issue_at(code, self.at);
        let is_key = matches!(self.expected, Expected::Key);
        match next {
            ',' if before.ends_with(':') => here(IssueCode::JsonMissingValue),
            ',' => here(IssueCode::JsonExtraComma),
            '}' | ']' if before.ends_with(',') => self.issue_at(IssueCode::JsonExtraComma, before.len() - 1),
            _ if is_quotation_mark(next) => self.quotation_mark(self.at, next),
            '0'..='9' if is_key && self.is_grouped_number() => self.number(self.at - 1),
            '+' | '.' | '０'..='９' if !is_key => self.number(self.at),
            _ if is_word(next) => self.unquoted(self.at),
            _ if is_key => here(IssueCode::JsonSyntax).with("expected", "\""),
            _ => here(IssueCode::JsonMissingValue),
        }
    }

    fn instead_of_comma(&self, next: char, end: char) -> Issue {
        let here = |code| self.issue_at(code, self.at);
        match next {
            _ if is_quotation_mark(next) => self.quotation_mark(self.at, next),
            '"' | '{' | '[' => self.behind_text().unwrap_or_else(|| here(IssueCode::JsonMissingComma)),
            _ if is_word(next) => self.behind_text().unwrap_or_else(|| here(IssueCode::JsonMissingComma)),
            _ => here(IssueCode::JsonSyntax).with("expected", end.to_string()),
        }
    }

    /// What comes right behind a text may belong to it.
    fn behind_text(&self) -> Option<Issue> {
        let text = self.text.get(..self.at)?.strip_suffix('"')?;
        let start = text.bytes().rposition(|byte| byte == b'"')? + 1;
        let misquoted = self.misquoted(start, text.get(start..)?);
        Some(misquoted.unwrap_or_else(|| self.issue_at(IssueCode::JsonUnescapedQuote, self.at)))
    }

    /// Editors make of the quotation mark that ends a text a curly one, and then the text goes on and on. Marks that come
    /// in pairs belong to the text.
    fn misquoted(&self, start: usize, text: &str) -> Option<Issue> {
        let (mut open, mut last) = (0_isize, None);
        for (at, mark) in text.char_indices().filter(|(_, mark)| matches!(mark, '“' | '”' | '＂')) {
            open += if mark == '“' { 1 } else { -1 };
            last = Some((at, mark));
        }
        let (at, mark) = last.filter(|_| open != 0)?;
        Some(self.quotation_mark(start + at, mark))
    }

    fn quotation_mark(&self, at: usize, mark: char) -> Issue {
        self.issue_at(IssueCode::JsonQuotes, at).with("actual", mark.to_string())
    }

    /// A word that stands for itself, or that another language has for one of JSON's.
    fn unquoted(&self, at: usize) -> Issue {
        let word = word(self.text.get(at..).unwrap_or_default(), is_word);
        let is_key = matches!(self.expected, Expected::Key);
        if !is_key && is_any(word, &["NaN", "Infinity"]) {
            return self.number(at);
        }
        let issue = self.issue_at(IssueCode::JsonUnquoted, at).quoting("actual", word);
        match meant(word).filter(|_| !is_key) {
            Some(nearest) => issue.with("nearest", nearest),
            None => issue,
        }
    }

    /// What is wrong inside of the text that begins at `start`.
    fn in_text(&self, start: usize) -> Issue {
        let text = self.text.get(start..self.at).unwrap_or_default();
        if let Some(misquoted) = self.misquoted(start, text) {
            return misquoted;
        }
        match self.next() {
            None => self.issue_at(IssueCode::JsonUnclosedText, start),
            Some(character) => {
                let issue = self.issue_at(IssueCode::JsonControlCharacter, self.at);
                issue.with("code_point", code_point(character))
            }
        }
    }

    /// Where the backslash stands: up to five characters before.
    fn start_of_escape(&self) -> usize {
        self.text.as_bytes()[..self.at].iter().rposition(|byte| *byte == b'\\').unwrap_or(self.at)
    }

    /// Whether what comes next goes on a number that had ended: `007`, `1.2.3`, `0x1F`.
    fn is_in_number(&self, next: char) -> bool {
        let is_behind_digit = self.text.as_bytes()[..self.at].last().is_some_and(u8::is_ascii_digit);
        is_behind_digit && is_of_number(next)
    }

    /// Whether what comes next goes on a word that had ended: `trueish`.
    fn is_in_word(&self, next: char) -> bool {
        let is_behind_letter = self.text.as_bytes()[..self.at].last().is_some_and(u8::is_ascii_alphabetic);
        is_behind_letter && is_word(next)
    }

    /// Where a run of such characters begins that ends where the text breaks.
    fn start_of(&self, is_of_it: impl Fn(char) -> bool) -> usize {
        self.text.get(..self.at).unwrap_or_default().trim_end_matches(is_of_it).len()
    }

    /// Whether a comma parts the digits of a number: `5,000`.
    fn is_grouped_number(&self) -> bool {
        matches!(self.text.as_bytes()[..self.at], [.., b'0'..=b'9', b','])
    }

    /// The number around a place.
    fn number(&self, at: usize) -> Issue {
        let before = self.text.get(..at).unwrap_or_default();
        let start = before.trim_end_matches(is_of_number).len();
        let is_of_it = |character| is_of_number(character) || (at < self.at && character == ',');
        let number = word(self.text.get(start..).unwrap_or_default(), is_of_it);
        self.issue_at(IssueCode::JsonNumber, start).quoting("actual", number)
    }
}

/// The word of JSON that is meant by one of another language, by one in other letters, or by the beginning of one.
fn meant(word: &str) -> Option<&'static str> {
    let is_nearly = |meant: &&&str| meant.starts_with(word) || is_any(word, &[meant]);
    let nearest = ["true", "false", "null"].iter().find(is_nearly).copied();
    nearest.or_else(|| is_any(word, &["None", "nil", "undefined"]).then_some("null"))
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// The beginning of a text, as long as it is of that kind, and not too long.
fn word(text: &str, is_of_it: impl Fn(char) -> bool) -> &str {
    let end = text.char_indices().take(QUOTED).find(|(_, character)| !is_of_it(*character));
    let longest = text.char_indices().nth(QUOTED).map_or(text.len(), |(at, _)| at);
    text.get(..end.map_or(longest, |(at, _)| at)).unwrap_or_default()
}

fn is_comment(text: &str) -> bool {
    ["//", "/*", "#", "<!--"].iter().any(|start| text.starts_with(start))
}

/// The quotation marks of other languages, natural ones and those of programs.
fn is_quotation_mark(character: char) -> bool {
    matches!(
        character,
        '\'' | '`' | '\u{b4}' | '«' | '»' | '\u{2018}'..='\u{201f}' | '「' | '」' | '『' | '』' | '＂' | '＇'
    )
}

/// The punctuation of JSON that is meant.
fn punctuation(character: char) -> Option<char> {
    Some(match character {
        '，' | '、' | '；' | ';' => ',',
        '：' | '=' => ':',
        '｛' | '（' | '(' => '{',
        '｝' | '）' | ')' => '}',
        '［' | '【' => '[',
        '］' | '】' => ']',
        _ => return None,
    })
}

fn is_word(character: char) -> bool {
    let is_foreign =
        !character.is_ascii() && !is_quotation_mark(character) && punctuation(character).is_none();
    character.is_ascii_alphanumeric() || matches!(character, '_' | '$' | '-') || is_foreign
}

fn is_of_number(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '+' | '-' | '０'..='９')
}
