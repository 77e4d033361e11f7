//! Checks that cases test each rule: at least one violates it, and at least one satisfies it.
#![cfg(all(feature = "card-member", feature = "membercard-open", feature = "form"))]

#[allow(dead_code, reason = "only inputs and options are needed here")]
#[path = "../../tests/cases/case.rs"]
mod case;
#[path = "../../tests/cases/compact.rs"]
mod compact;

use std::collections::HashSet;

use crate::endpoint::{Condition, Endpoint, FieldSet, Reporter, Rule, fields_of};
use crate::issue::findings::Findings;
use crate::json::parse;
use crate::validate::conditions::evaluate;
use crate::{ENDPOINTS, Validator};

/// Whether a rule only informs forms about relevant fields.
fn never_reports(rule: &Rule) -> bool {
    matches!(rule.condition, Condition::OnlyWith { code: None, .. })
}

/// A description of a rule, for failures.
fn describe(endpoint: &Endpoint, number: usize, rule: &Rule) -> String {
    let fields = match &rule.condition {
        Condition::Check { reads, .. } => reads.to_vec(),
        condition => fields_of(condition).into_iter().flatten().collect(),
    };
    let fields: Vec<String> = fields.iter().map(|field| field.keys().join(".")).collect();
    format!("{}, rule {number} about {}", endpoint.name, fields.join(", "))
}

#[test]
fn each_rule_has_cases() {
    let (mut violated, mut satisfied) = (HashSet::new(), HashSet::new());
    for case in case::all() {
        let endpoint = case.options.endpoint;
        let input = case.input.bytes();
        let Ok(document) = parse(&input, endpoint.body, &mut Findings::default()) else { continue };
        if document.table(0).is_none() {
            continue;
        }
        let validator: Validator = case.options.validator();
        let mut texts = crate::json::TextBuffer::new();
        let (card, _) = validator.card(&mut texts);
        let context = validator.context(&document, card.as_ref());
        let fields = FieldSet::in_document(&document);
        for (number, rule) in endpoint.rules().enumerate().filter(|(_, rule)| rule.fields.intersects(fields))
        {
            let mut findings = Findings::default();
            evaluate(rule, &context, &mut Reporter::new(&document, &mut findings));
            let seen = if findings.into_issues().is_empty() { &mut satisfied } else { &mut violated };
            seen.insert((endpoint.name, number));
        }
    }
    let without = |seen: &HashSet<(&str, usize)>| -> Vec<String> {
        let missing = |endpoint: &&'static Endpoint| {
            let rules = endpoint.rules().enumerate().filter(|(_, rule)| !never_reports(rule));
            let missing = rules.filter(|(number, _)| !seen.contains(&(endpoint.name, *number)));
            missing.map(|(number, rule)| describe(endpoint, number, rule)).collect::<Vec<_>>()
        };
        ENDPOINTS.iter().flat_map(missing).collect()
    };
    assert_eq!(without(&violated), [""; 0], "rules that no case violates");
    assert_eq!(without(&satisfied), [""; 0], "rules that no case satisfies");
}
