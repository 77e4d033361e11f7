//! Reads an older card field by field.

use super::code::LeftCode;
use super::draft::{Draft, steps};
use super::error::MigrationError;
use super::left::LeftField;
use super::moved::MovedField;
use super::target::{follow, is_listed, list_on_the_way};
use crate::endpoint::{Correspondence, Counterpart, Endpoint, OldCard, Values, first_keys};
use crate::json::as_is::as_is;
use crate::json::writer::quoted;
use crate::json::{Document, MAX_BYTES, ParsedInteger, Value, parse_any, parse_integer};
use crate::schema::{Choice, Kind};
use crate::text::date_time;
use crate::text::locale::Bilingual;
use crate::wording::Param;

/// The state of reading.
pub(super) struct CardReader<'c> {
    document: Document<'c>,
    pub(super) old: &'static OldCard,
    endpoint: &'static Endpoint,
    /// The nodes that lead to the card, and the card itself.
    ancestors: Vec<usize>,
    pub(super) draft: Draft,
    pub(super) moved: Vec<MovedField>,
    pub(super) left: Vec<LeftField>,
}

/// A value of the older card and its position.
#[derive(Clone)]
struct OldValue {
    at: usize,
    /// Its JSON pointer.
    pointer: String,
    /// Its pointer relative to the card, with `*` for indices.
    pattern: String,
    /// The list indices along the path.
    items: Vec<usize>,
}

impl<'c> CardReader<'c> {
    /// Reads a card.
    pub(super) fn of(
        card: &'c str,
        old_cards: &'static [OldCard],
        endpoint: &'static Endpoint,
    ) -> Result<CardReader<'c>, MigrationError> {
        let document = parse_any(card, MAX_BYTES).map_err(|issue| MigrationError::Unreadable { issue })?;
        let Some((old, ancestors)) = recognize(&document, old_cards, endpoint) else {
            let apis = old_cards.iter().map(|old| old.api).collect();
            return Err(MigrationError::NotOldCard { keys: first_keys(&document), apis });
        };
        let (draft, moved, left) = (Draft::new(), Vec::new(), Vec::new());
        let mut reader = CardReader { document, old, endpoint, ancestors, draft, moved, left };
        let root = OldValue { at: 0, pointer: String::new(), pattern: String::new(), items: Vec::new() };
        reader.inside(&root);
        Ok(reader)
    }

    /// Reads the members or items of a value.
    fn inside(&mut self, around: &OldValue) {
        let members: Vec<usize> = self.document.members(around.at).collect();
        for (index, at) in members.into_iter().enumerate() {
            let node = &self.document.nodes()[at];
            if node.value == Value::Null {
                continue;
            }
            let mut old_value = OldValue { at, ..around.clone() };
            match node.name.key() {
                Some(key) => {
                    let step = ["/", &key.replace('~', "~0").replace('/', "~1")].concat();
                    old_value.pointer += &step;
                    old_value.pattern += &step;
                }
                None => {
                    old_value.pointer += &["/", &index.to_string()].concat();
                    old_value.pattern += "/*";
                    old_value.items.push(index);
                }
            }
            self.read(old_value);
        }
    }

    fn read(&mut self, mut old_value: OldValue) {
        if self.ancestors.contains(&old_value.at) {
            if self.ancestors.last() == Some(&old_value.at) {
                old_value.pattern.clear();
            }
            return self.inside(&old_value);
        }
        let beneath = [old_value.pattern.as_str(), "/"].concat();
        let rows = self.old.fields;
        let row = rows.iter().find(|row| row.from == old_value.pattern);
        let inner = rows.iter().find(|row| row.from.starts_with(&beneath));
        match (row, inner) {
            (Some(row), _) => self.apply(row, &old_value),
            (None, Some(inner)) if self.is_too_many(inner, &old_value) => {}
            (None, Some(_)) if self.is_container(old_value.at) => self.inside(&old_value),
            _ => self.leave_out(&old_value, LeftCode::UnknownField, None, []),
        }
    }

    fn is_container(&self, at: usize) -> bool {
        matches!(self.document.nodes()[at].value, Value::Object | Value::Array)
    }

    /// Leaves out an item that exceeds the limit of the new list.
    fn is_too_many(&mut self, inner: &Correspondence, old_value: &OldValue) -> bool {
        let (Some(index), Counterpart::Field(to)) = (old_value.items.last(), inner.counterpart) else {
            return false;
        };
        match list_on_the_way(self.endpoint, to) {
            Some((list, max)) if old_value.items.len() == 1 && *index >= max => {
                self.leave_out(
                    old_value,
                    LeftCode::TooManyItems,
                    None,
                    [("field", list.into()), ("max", max.into())],
                );
                true
            }
            _ => false,
        }
    }

    fn apply(&mut self, row: &'static Correspondence, old_value: &OldValue) {
        let (to, is_time) = match row.counterpart {
            Counterpart::Field(to) => (to, false),
            Counterpart::Time(to) => (to, true),
            Counterpart::ByHand(fields) => {
                let fields: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
                return self.leave_out(old_value, LeftCode::ByHand, row.note, [("fields", fields.into())]);
            }
            Counterpart::Nothing => return self.leave_out(old_value, LeftCode::NoCounterpart, row.note, []),
        };
        let segments = steps(to);
        if !is_listed(self.endpoint, &segments) {
            let api = self.endpoint.name;
            return self.leave_out(
                old_value,
                LeftCode::NotTaken,
                row.note,
                [("field", to.into()), ("api", api.into())],
            );
        }
        let before = as_is(&self.document, old_value.at);
        let value = &self.document.nodes()[old_value.at].value;
        let converted = match (value, follow(self.endpoint, &segments)) {
            (Value::Text(text), Some((_, Kind::Choice(choices)))) => in_new_words(text, choices),
            (Value::Number(number), _) if is_time => moment(number),
            _ => Some(before.clone()),
        };
        let Some(after) = converted else {
            let actual = before.trim_matches('"').to_owned();
            let params = [("field", to.into()), ("actual", actual.into())];
            return self.leave_out(old_value, LeftCode::NoValue, row.note, params);
        };
        let is_converted = after != before;
        if !self.draft.put(&segments, &old_value.items, after) {
            return self.leave_out(old_value, LeftCode::Repeated, None, [("field", to.into())]);
        }
        let from = old_value.pointer.clone();
        self.moved.push(MovedField {
            at: old_value.at,
            from,
            to,
            is_converted,
            basis: row.basis,
            note: row.note,
        });
    }

    fn leave_out<const N: usize>(
        &mut self,
        old_value: &OldValue,
        code: LeftCode,
        note: Option<Bilingual>,
        params: [(&'static str, Param); N],
    ) {
        let (at, pointer) = (old_value.at, old_value.pointer.clone());
        self.left.push(LeftField { at, pointer, code, params: params.into_iter().collect(), note });
    }

    /// Leaves out moved values of a field that the new body's other values do not allow.
    pub(super) fn leave_moved(&mut self, field: &str, other: &str, allowed: Values) {
        let is_there =
            |to: &str| to.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let allowed: Vec<String> = allowed.iter().map(|value| (*value).to_owned()).collect();
        for MovedField { at, from, to, .. } in self.moved.extract_if(.., |moved| is_there(moved.to)) {
            let params = [
                ("field", to.into()),
                ("other", other.to_owned().into()),
                ("allowed", allowed.clone().into()),
            ];
            let params = params.into_iter().collect();
            self.left.push(LeftField { at, pointer: from, code: LeftCode::OnlyWith, params, note: None });
        }
        self.left.sort_by_key(|left| left.at);
    }
}

/// Recognizes the older card in a document: the one with the most matching fields, if they outnumber those that only
/// the new API has. Also returns the nodes that lead to it.
fn recognize(
    document: &Document<'_>,
    old_cards: &'static [OldCard],
    endpoint: &Endpoint,
) -> Option<(&'static OldCard, Vec<usize>)> {
    let mut best = (0, None);
    for old in old_cards {
        let Some(way) = old.within.iter().find_map(|keys| nodes_along(document, keys)) else { continue };
        let at = way.last().copied().unwrap_or(0);
        let points: i32 = document.members(at).map(|member| points(document, member, old, endpoint)).sum();
        if points > 0 && points >= best.0 {
            best = (points, Some((old, way)));
        }
    }
    best.1
}

/// Whether a key indicates a card of that API (1), of the new one (-1), or neither (0).
fn points(document: &Document<'_>, member: usize, old: &OldCard, endpoint: &Endpoint) -> i32 {
    let Some(key) = document.nodes()[member].name.key() else { return 0 };
    let is_old = old.fields.iter().any(|row| row.from[1..].split('/').next() == Some(key));
    match (is_old, follow(endpoint, &[key])) {
        (true, _) => 1,
        (false, Some(_)) => -1,
        (false, None) => 0,
    }
}

/// The nodes along a path of keys to an object.
fn nodes_along(document: &Document<'_>, keys: &[&str]) -> Option<Vec<usize>> {
    let mut at = 0;
    let mut way = Vec::new();
    for key in keys {
        at = document.member(at, key)?;
        way.push(at);
    }
    (document.nodes()[at].value == Value::Object).then_some(way)
}

/// The new API's value of a choice, as JSON.
fn in_new_words(text: &str, choices: &[Choice]) -> Option<String> {
    let is_same = |choice: &&Choice| choice.value == text || choice.aliases.contains(&text);
    choices.iter().find(is_same).map(|choice| quoted(choice.value))
}

/// The time for seconds since the epoch, as JSON.
fn moment(number: &str) -> Option<String> {
    let ParsedInteger::Integer(seconds) = parse_integer(number) else { return None };
    date_time::format_in_china(seconds, "").map(|time| quoted(&time))
}
