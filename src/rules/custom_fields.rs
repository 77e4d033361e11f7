//! The merchant's own questions: what offers a choice needs something to choose from.

use super::relevance::CHOICES;
use super::{Facts, Place, Rule, Verdicts, place};
use crate::issue::{Issue, IssueCode};
use crate::json::Value;

const LIST: Place = place(&["user_information_form", "custom_field_list"]);

pub(super) static RULES: &[Rule] = &[Rule::new(&[LIST], choices_have_values)];

fn choices_have_values(facts: &Facts<'_>, verdicts: &mut Verdicts<'_>) {
    let document = facts.update.0;
    let Some(list) = LIST.find(document) else { return };
    for item in document.members(list) {
        let of = |key| document.member(item, key).map(|at| (at, &document.nodes()[at].value));
        let Some((_, Value::Text(kind))) = of("type") else { continue };
        if !CHOICES.contains(&kind.as_ref()) {
            continue;
        }
        let at = match of("values") {
            None | Some((_, Value::Null)) => item,
            Some((at, Value::Array)) if document.members(at).next().is_none() => at,
            Some(_) => continue,
        };
        verdicts.report_at(at, Issue::new(IssueCode::ValuesMissing, document.path(item).key("values")));
    }
}
