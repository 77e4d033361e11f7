//! Explains syntax errors by the mistakes that people make: an extra comma, curly quotation marks, a comment, a missing
//! quotation mark. Each has its own message for readers who do not know JSON's grammar.

use crate::issue::{Issue, IssueCode, Path};
use crate::text::digits::code_point;
use crate::text::hidden::is_invisible;

/// The longest quotation from the input, in characters.
const QUOTED: usize = 32;

/// What the grammar expects at the position of the error.
#[derive(Clone, Copy)]
pub(super) enum Expected {
    /// The opening brace of a body.
    Update,
    Value,
    Key,
    Colon,
    /// A comma, or the bracket that closes the object or array.
    CommaOr(char),
    /// A digit.
    Digit,
    /// An escape sequence.
    Escape,
    /// The rest of the text that starts there.
    RestOfText(usize),
    /// The end of the input.
    End,
}

/// The position where a text stops being JSON.
pub(super) struct SyntaxError<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) expected: Expected,
}

/// An issue with the line and column of a position, counted in characters.
pub(super) fn at_position(code: IssueCode, before: &str) -> Issue {
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.chars().rev().take_while(|character| *character != '\n').count() + 1;
    Issue::new(code, Path::root()).with("line", line).with("column", column).with("offset", before.len())
}

impl SyntaxError<'_> {
    /// The issue that explains the error.
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

    /// The issue if `next` is the unexpected character.
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

    /// The issue if the unexpected character directly follows a text and may belong to it.
    fn behind_text(&self) -> Option<Issue> {
        let text = self.text.get(..self.at)?.strip_suffix('"')?;
        let start = text.bytes().rposition(|byte| byte == b'"')? + 1;
        let misquoted = self.misquoted(start, text.get(start..)?);
        Some(misquoted.unwrap_or_else(|| self.issue_at(IssueCode::JsonUnescapedQuote, self.at)))
    }

    /// An editor turned the closing quotation mark into a curly one, so the text does not end. Paired curly marks
    /// belong to the text.
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

    /// An unquoted word, perhaps another language's spelling of a JSON literal.
    fn unquoted(&self, at: usize) -> Issue {
        let word = word(self.text.get(at..).unwrap_or_default(), is_word);
        let is_key = matches!(self.expected, Expected::Key);
        if !is_key && is_any(word, &["NaN", "Infinity"]) {
            return self.number(at);
        }
        let issue = self.issue_at(IssueCode::JsonUnquoted, at).quoting("actual", word);
        match literal_for(word).filter(|_| !is_key) {
            Some(nearest) => issue.with("nearest", nearest),
            None => issue,
        }
    }

    /// The issue inside the text that begins at `start`.
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

    /// The position of the backslash: up to five characters back.
    fn start_of_escape(&self) -> usize {
        self.text.as_bytes()[..self.at].iter().rposition(|byte| *byte == b'\\').unwrap_or(self.at)
    }

    /// Whether the next character continues a complete number: `007`, `1.2.3`, `0x1F`.
    fn is_in_number(&self, next: char) -> bool {
        let is_behind_digit = self.text.as_bytes()[..self.at].last().is_some_and(u8::is_ascii_digit);
        is_behind_digit && is_of_number(next)
    }

    /// Whether the next character continues a complete literal: `trueish`.
    fn is_in_word(&self, next: char) -> bool {
        let is_behind_letter = self.text.as_bytes()[..self.at].last().is_some_and(u8::is_ascii_alphabetic);
        is_behind_letter && is_word(next)
    }

    /// The start of the run of such characters that ends at the error.
    fn start_of(&self, is_of_it: impl Fn(char) -> bool) -> usize {
        self.text.get(..self.at).unwrap_or_default().trim_end_matches(is_of_it).len()
    }

    /// Whether a comma groups the digits of a number: `5,000`.
    fn is_grouped_number(&self) -> bool {
        matches!(self.text.as_bytes()[..self.at], [.., b'0'..=b'9', b','])
    }

    /// The issue about the number around a position.
    fn number(&self, at: usize) -> Issue {
        let before = self.text.get(..at).unwrap_or_default();
        let start = before.trim_end_matches(is_of_number).len();
        let is_of_it = |character| is_of_number(character) || (at < self.at && character == ',');
        let number = word(self.text.get(start..).unwrap_or_default(), is_of_it);
        self.issue_at(IssueCode::JsonNumber, start).quoting("actual", number)
    }
}

/// The JSON literal that a word means: another language's spelling, another case, or the beginning of one.
fn literal_for(word: &str) -> Option<&'static str> {
    let is_nearly = |meant: &&&str| meant.starts_with(word) || is_any(word, &[meant]);
    let nearest = ["true", "false", "null"].iter().find(is_nearly).copied();
    nearest.or_else(|| is_any(word, &["None", "nil", "undefined"]).then_some("null"))
}

fn is_any(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// The leading run of such characters, up to the quotation limit.
fn word(text: &str, is_of_it: impl Fn(char) -> bool) -> &str {
    let end = text.char_indices().take(QUOTED).find(|(_, character)| !is_of_it(*character));
    let longest = text.char_indices().nth(QUOTED).map_or(text.len(), |(at, _)| at);
    text.get(..end.map_or(longest, |(at, _)| at)).unwrap_or_default()
}

fn is_comment(text: &str) -> bool {
    ["//", "/*", "#", "<!--"].iter().any(|start| text.starts_with(start))
}

/// Quotation marks of human and programming languages.
fn is_quotation_mark(character: char) -> bool {
    matches!(
        character,
        '\'' | '`' | '\u{b4}' | '«' | '»' | '\u{2018}'..='\u{201f}' | '「' | '」' | '『' | '』' | '＂' | '＇'
    )
}

/// The ASCII punctuation that a character stands for.
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
