//! Rules are reevaluated only when a field that they read changes, and their lists of fields are complete.

use super::*;
use crate::endpoint::{Condition, Reporter, Rule};
use crate::form::field_conditions::reads;
use crate::form::field_paths::ChangedPath;
use crate::schema::{Format, Object};
use crate::validate::conditions::evaluate;

fn is_read(rule: &Rule, path: &Path) -> bool {
    reads(rule, &ChangedPath::new(path.segments(), UPDATE.body.object()))
}

#[test]
fn a_keystroke_evaluates_only_rules_that_read_the_field() {
    let mut form = of_card();
    for (pointer, text) in [
        ("/title", "新"),
        ("/balance_information/balance_path", "pages/index"),
        ("/user_information_form/custom_field_list/0/values/0", "广州"),
    ] {
        form.issue_cache.evaluated.clear();
        form.enter(&path(pointer), text).unwrap();
        let expected: Vec<usize> = UPDATE
            .rules()
            .enumerate()
            .filter(|(_, rule)| is_read(rule, &path(pointer)))
            .map(|(number, _)| number)
            .collect();
        assert_eq!(form.issue_cache.evaluated, expected, "{pointer}");
        assert!(expected.len() < 8, "{pointer}");
    }
    // Only one rule concerns the title: whether the update has any field.
    form.issue_cache.evaluated.clear();
    form.enter(&path("/title"), "又新").unwrap();
    assert_eq!(form.issue_cache.evaluated.len(), 1);
}

/// Values of that type to try.
fn values(kind: &Kind) -> Vec<String> {
    let mut values: Vec<String> = ["null", "\"\"", "\"x\"", "1", "true", "{}", "[]"].map(String::from).into();
    match kind {
        Kind::Choice(choices) => values.extend(choices.iter().map(|choice| format!("\"{}\"", choice.value))),
        Kind::Boolean => values.push("false".into()),
        Kind::Text(row) if row.format == Format::DateTime => {
            for year in [2020, 2025, 2030] {
                values.push(format!("\"{year}-05-20T13:29:35+08:00\""));
            }
        }
        _ => {}
    }
    values
}

/// All fields of an object, with values to try.
fn mutations(object: &Object, around: &Path) -> Vec<(Path, String)> {
    let mut mutations = Vec::new();
    for field in object.fields {
        let at = around.clone().key(field.name);
        mutations.extend(values(&field.kind).into_iter().map(|value| (at.clone(), value)));
        mutations.push((at.clone(), String::new()));
        match &field.kind {
            Kind::Object(inner) => mutations.extend(self::mutations(inner, &at)),
            Kind::List(crate::schema::List { item: Kind::Object(inner), .. }) => {
                mutations.extend(self::mutations(inner, &at.index(0)));
            }
            _ => {}
        }
    }
    mutations
}

fn issues_of_rules(form: &CardForm) -> Vec<Vec<Issue>> {
    let context = form.context();
    let verdict = |rule: &Rule| {
        let mut findings = Findings::default();
        evaluate(rule, &context, &mut Reporter::new(&form.document, &mut findings));
        findings.into_issues()
    };
    UPDATE.rules().map(verdict).collect()
}

#[test]
fn rules_name_every_field_that_they_read() {
    let validators = [
        validator(),
        validator().profile(crate::Profile::Merchant),
        validator().current_json(CARD),
        validator().profile(crate::Profile::Merchant).current_json(r#"{"code_mode":"REAL_TIME"}"#),
        validator().current_json(r#"{"code_mode":"REAL_TIME","status":"DELETED","init_level":"a","need_display_level":true,"date_information":{"type":"FIX_TIME_RANGE","available_begin_time":"2022-01-01T00:00:00Z","available_end_time":"2026-01-01T00:00:00Z"}}"#),
    ];
    let starts = [
        "{}",
        include_str!("../../../tests/data/example.json"),
        r#"{"need_display_level":true,"date_information":{},"balance_information":{"need_balance":true},"user_information_form":{"custom_field_list":[{"type":"RADIO"}]},"additional_statement":{"appid":"a"},"code_mode":"REAL_TIME","total_quantity":1}"#,
        r#"{"need_display_level":false,"init_level":"a","date_information":{"type":"FIX_TERM","wait_days_after_receive":1},"balance_information":{"balance_appid":"a"},"additional_statement":{"path":"a"},"code_mode":"SYSTEM_ALLOCATE"}"#,
    ];
    let mut seen = vec![0; UPDATE.rules().count()];
    for validator in validators {
        for start in starts {
            let start = CardForm::with_initial(validator.clone(), start).unwrap();
            let before = issues_of_rules(&start);
            for (at, value) in mutations(&crate::endpoints::membercard_open::CARD_UPDATE, &Path::root()) {
                let mut form = start.clone();
                if form.set(&at, &value).is_err() {
                    continue;
                }
                for (number, (rule, after)) in UPDATE.rules().zip(issues_of_rules(&form)).enumerate() {
                    if after != before[number] {
                        seen[number] += 1;
                        assert!(
                            is_read(rule, &at),
                            "rule {number} reads {at}: {:?} → {after:?}",
                            before[number]
                        );
                    }
                }
                check(&form);
            }
        }
    }
    let never: Vec<usize> = (0..seen.len()).filter(|number| seen[*number] == 0).collect();
    let says_nothing = |number: &usize| {
        UPDATE.rules().nth(*number).is_some_and(|rule| {
            !is_read(rule, &Path::root()) || matches!(rule.condition, Condition::OnlyWith { code: None, .. })
        })
    };
    assert!(never.iter().all(says_nothing), "no change is seen by the rules {never:?}");
}
