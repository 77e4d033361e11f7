//! Properties after any sequence of edits.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::endpoint::{Condition, Rule, UnknownKeys};
use crate::json::as_is::as_is;

/// Codes of issues about absent fields.
fn missing() -> Vec<IssueCode> {
    let of_rule = |rule: &Rule| match rule.condition {
        Condition::Requires { code, unless_on_card, .. } => vec![Some(code), unless_on_card],
        Condition::Pair { code, .. } => vec![Some(code)],
        _ => Vec::new(),
    };
    UPDATE.rules().flat_map(of_rule).flatten().chain([IssueCode::Missing]).collect()
}

const PATHS: &[&str] = &[
    "",
    "/appid",
    "/logo_url",
    "/title",
    "/description",
    "/service_phone",
    "/total_quantity",
    "/date_information",
    "/date_information/type",
    "/date_information/available_begin_time",
    "/date_information/available_end_time",
    "/date_information/available_day_after_receive",
    "/date_information/wait_days_after_receive",
    "/need_display_level",
    "/init_level",
    "/balance_information",
    "/balance_information/need_balance",
    "/balance_information/balance_appid",
    "/balance_information/balance_path",
    "/balance_information/balance_url",
    "/user_information_form",
    "/user_information_form/common_field_list",
    "/user_information_form/common_field_list/0",
    "/user_information_form/common_field_list/1",
    "/user_information_form/custom_field_list",
    "/user_information_form/custom_field_list/0",
    "/user_information_form/custom_field_list/1",
    "/user_information_form/custom_field_list/0/type",
    "/user_information_form/custom_field_list/0/name",
    "/user_information_form/custom_field_list/0/values",
    "/user_information_form/custom_field_list/0/values/0",
    "/user_information_form/custom_field_list/0/values/1",
    "/user_information_form/custom_field_list/1/type",
    "/user_information_form/custom_field_list/1/name",
    "/user_information_form/custom_field_list/1/values/0",
    "/additional_statement",
    "/additional_statement/appid",
    "/additional_statement/path",
    "/code_mode",
    "/code_type",
    "/unknown",
    "/unknown/0",
];

const VALUES: &[&str] = &[
    "",
    "null",
    "true",
    "false",
    "0",
    "1",
    "5e6",
    "-1",
    "1.5",
    "\"\"",
    "\"a\"",
    "\"会员\"",
    "\"一二三四五六七八九十一\"",
    "\"☕😀 \"",
    r#""\ud83d""#,
    "\u{1}NaN",
    "\u{1}undefined",
    "\"wxea9c30890f48d5ae\"",
    "\"pages/index\"",
    "\"https://wxpaylogo.qpic.cn/wxpaylogo/x/0\"",
    "\"2020-05-20T13:29:35.120+08:00\"",
    "\"2030-05-20T13:29:35+08:00\"",
    "\"FIX_TIME_RANGE\"",
    "\"FIX_TERM\"",
    "\"PERMANENT\"",
    "\"SELECT\"",
    "\"TEXT\"",
    "\"USER_FORM_FLAG_SEX\"",
    "\"SYSTEM_ALLOCATE\"",
    "\"REAL_TIME\"",
    "\"QR_CODE\"",
    "[]",
    "[\"a\",\"a\"]",
    "[{\"name\":\"a\"},{\"name\":\"a\",\"values\":[]}]",
    "{}",
    "{\"type\":\"FIX_TERM\",\"unknown\":{\"a\":1,\"a\":2}}",
    "{\"name\":\"a\",\"type\":\"RADIO\"}",
    "{\"title\":\"a\",\"title\":null,\"unknown\":[1],\"__proto__\":{}}",
    "{\"custom_field_list\":[{\"type\":\"CHECK_BOX\"},[],{}],\"common_field_list\":[\"USER_FORM_FLAG_SEX\"]}",
];

#[derive(Clone, Debug)]
enum Step {
    Set(&'static str, &'static str),
    Enter(&'static str, String),
    Remove(&'static str),
    Insert(&'static str, usize, &'static str),
    Move(&'static str, usize, usize),
    Touch(&'static str),
    Reset,
}

fn steps() -> impl Strategy<Value = Step> {
    let paths = || select(PATHS);
    let lists = || {
        select(
            &[
                "/user_information_form/custom_field_list",
                "/user_information_form/custom_field_list/0/values",
                "/unknown",
            ][..],
        )
    };
    prop_oneof![
        8 => (paths(), select(VALUES)).prop_map(|(path, value)| Step::Set(path, value)),
        3 => (paths(), "[a-z0-9会☕ ]{0,6}").prop_map(|(path, text)| Step::Enter(path, text)),
        3 => paths().prop_map(Step::Remove),
        2 => (lists(), 0_usize..3, select(VALUES)).prop_map(|(list, index, value)| Step::Insert(list, index, value)),
        2 => (lists(), 0_usize..3, 0_usize..3).prop_map(|(list, from, to)| Step::Move(list, from, to)),
        1 => paths().prop_map(Step::Touch),
        1 => Just(Step::Reset),
    ]
}

fn take(form: &mut CardForm, step: &Step) -> Result<FormChanges, FormError> {
    match step {
        Step::Set(at, value) => set(form, &path(at), value),
        Step::Enter(at, text) => form.enter(&path(at), text),
        Step::Remove(at) => form.remove(&path(at)),
        Step::Insert(list, index, value) if value.starts_with('\u{1}') => {
            let value = written(&quoted(value));
            form.insert_value(&path(list), *index, value.read(&mut TextBuffer::new()))
        }
        Step::Insert(list, index, value) => form.insert(&path(list), *index, value),
        Step::Move(list, from, to) => form.move_item(&path(list), *from, *to),
        Step::Touch(at) => form.touch(&path(at)).map(|()| FormChanges::default()),
        Step::Reset => Ok(form.reset()),
    }
}

/// The initial state of a form: whether it is a merchant's, the treatment of unknown keys, the card, and the initial
/// update.
type Start = (bool, UnknownKeys, Option<&'static str>, Option<&'static str>);

fn starts() -> impl Strategy<Value = Start> {
    let cards = vec![
        None,
        Some(CARD),
        Some(r#"{"status":200,"data":{"title":"a","code_mode":"SYSTEM_ALLOCATE"}}"#),
        Some(
            r#"{"code_mode":"MERCHANT_DEPOSIT","init_level":"a","title":1,"balance_information":{"balance_path":"a"},"user_information_form":{"common_field_list":["USER_FORM_FLAG_SEX"]}}"#,
        ),
    ];
    let initials = vec![
        None,
        Some("{}"),
        Some(include_str!("../../../tests/data/example.json")),
        Some(
            r#"{"title":"a","x":{"y":[1]},"title":"b","unknown":[1,2],"user_information_form":{"custom_field_list":[{},{"values":["a"]}]}}"#,
        ),
        Some("[]"),
    ];
    let unknown_keys = vec![UnknownKeys::Warn, UnknownKeys::Refuse, UnknownKeys::Drop];
    (any::<bool>(), select(unknown_keys), select(cards), select(initials))
}

fn begin((is_merchant, unknown_keys, card, initial): Start) -> CardForm {
    let mut validator = validator().unknown_keys(unknown_keys);
    if is_merchant {
        validator = validator.profile(crate::Profile::Merchant);
    }
    if let Some(card) = card {
        validator = validator.current_json(card);
    }
    match initial {
        Some(initial) => CardForm::with_initial(validator, initial).unwrap(),
        None => CardForm::new(validator),
    }
}

/// The issues of a form that changes may list, as a multiset.
fn tally(issues: impl IntoIterator<Item = Issue>) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for issue in issues {
        *tally.entry(format!("{issue:?}")).or_default() += 1;
    }
    tally
}

/// The elements of one multiset that the other lacks.
fn difference(one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>) -> BTreeMap<String, usize> {
    let more = |(issue, count): (&String, &usize)| {
        let rest = count.saturating_sub(other.get(issue).copied().unwrap_or(0));
        (rest > 0).then(|| (issue.clone(), rest))
    };
    one.iter().filter_map(more).collect()
}

fn issues(form: &CardForm) -> Vec<Issue> {
    form.issues()
}

/// The states of all fields, without the members that changes do not cover.
fn states(form: &CardForm) -> BTreeMap<Path, FieldState> {
    let plain = |state: FieldState| FieldState { touched: false, issues: Vec::new(), ..state };
    let paths = PATHS.iter().skip(1).map(|pointer| path(pointer));
    paths.filter_map(|path| Some((path.clone(), plain(form.field(&path).ok()?)))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_form_knows_what_its_validator_would_say(start in starts(), steps in proptest::collection::vec(steps(), 1..24)) {
        let mut form = begin(start);
        check(&form);
        for step in steps {
            let (value, before, fields) = (form.value(), issues(&form), states(&form));
            match take(&mut form, &step) {
                Err(error) => {
                    prop_assert_eq!(form.value(), value, "{:?}", step);
                    prop_assert!(!error.to_string().is_empty());
                }
                Ok(changes) => check_changes(&form, &changes, before, &fields)?,
            }
            check(&form);
            check_requirements(&form)?;
            check_sent(&form)?;
        }
        check_report(&form)?;
        form.reset();
        prop_assert_eq!(form.value(), as_is(&form.start, 0));
        check(&form);
    }
}

/// Asserts that changes are sent without an issue that the user cannot see in the form.
fn check_sent(form: &CardForm) -> Result<(), TestCaseError> {
    if !form.changes().iter().any(FieldChange::is_sent) {
        return Ok(());
    }
    let seen = form.issues();
    let report = form.validate();
    for issue in report.issues() {
        let is_seen = seen.iter().any(|one| (one.code, &one.path) == (issue.code, &issue.path));
        prop_assert!(is_seen, "{issue:?} of {}", form.patch());
    }
    Ok(())
}

/// Asserts that the report equals the validator's on the patch.
fn check_report(form: &CardForm) -> Result<(), TestCaseError> {
    let report = form.validate();
    let holds_non_json = report.issues().iter().any(|issue| issue.code == IssueCode::UnsupportedValue);
    if !holds_non_json {
        prop_assert_eq!(report, form.validator.validate_json(form.patch().as_bytes()));
    }
    Ok(())
}

/// A form with about as many issues as the limit, edited before, among and after them.
#[test]
fn a_form_with_too_many_issues_knows_as_much() {
    let list = "/user_information_form/common_field_list";
    let ones = |count: usize| format!("[{}]", vec!["1"; count].join(","));
    let few = MAX_LISTED_ISSUES - 2;
    let many = MAX_LISTED_ISSUES + 500;
    let last = format!("{list}/{}", many - 1);
    let steps = [
        (list, ones(few)),
        ("/title", "\"☕😀 \"".to_owned()),
        ("/code_type", "\"QR_CODE\"".to_owned()),
        ("/title", "\"a\"".to_owned()),
        (list, ones(many)),
        ("/title", "\"☕😀 \"".to_owned()),
        ("/additional_statement", "{\"url\":\"x\",\"path\":\"https://a\"}".to_owned()),
        (&last, "\"USER_FORM_FLAG_SEX\"".to_owned()),
        ("/title", "\"a\"".to_owned()),
        ("/user_information_form/custom_field_list", ones(many)),
        (list, ones(few)),
        (list, "[]".to_owned()),
        ("", format!("{{\"title\":1,\"user_information_form\":{{\"common_field_list\":{}}}}}", ones(many))),
        ("/title", "\"a\"".to_owned()),
        ("", "{}".to_owned()),
    ];
    let mut form = empty();
    let mut abridged = 0;
    for (at, value) in steps {
        let (before, fields) = (issues(&form), states(&form));
        let changes = form.set(&path(at), &value).unwrap();
        check_changes(&form, &changes, before, &fields).unwrap();
        check(&form);
        abridged += usize::from(issues(&form).iter().any(|issue| issue.code == IssueCode::TooManyIssues));
        // The issues of a numbered field are known even past the limit.
        for pointer in ["/title", "/code_type", "/additional_statement/url"] {
            let here = form.document.locate(path(pointer).segments());
            let mut findings = Findings::default();
            here.into_iter().for_each(|at| form.validator.check(&form.document, at, &mut findings));
            let known = form.field(&path(pointer)).unwrap().issues;
            assert!(findings.into_issues().iter().all(|issue| known.contains(issue)), "{pointer}: {known:?}");
        }
    }
    assert!(abridged > 5, "{abridged}");
    assert_eq!(form.issues()[0].code, IssueCode::NothingToUpdate);
}

/// Asserts that the changes transform the former issues and fields into the current ones.
fn check_changes(
    form: &CardForm,
    changes: &FormChanges,
    before: Vec<Issue>,
    fields: &BTreeMap<Path, FieldState>,
) -> Result<(), TestCaseError> {
    let (before, now) = (tally(before), tally(issues(form)));
    let come = [&changes.appeared[..], &changes.changed].concat();
    prop_assert_eq!(tally(come), difference(&now, &before));
    let left = difference(&before, &now);
    prop_assert_eq!(left.values().sum::<usize>(), changes.gone.len() + changes.changed.len());
    let gone = tally(changes.gone.clone());
    prop_assert!(gone.iter().all(|(issue, count)| left.get(issue) >= Some(count)));

    for state in &changes.fields {
        prop_assert_eq!(state, &form.field(&state.path).unwrap());
    }
    let listed: Vec<&Path> = changes.fields.iter().map(|state| &state.path).collect();
    for (path, state) in
        states(form).into_iter().filter(|(path, _)| !path.to_string().starts_with("/unknown"))
    {
        if !changes.truncated && fields.get(&path).is_some_and(|before| *before != state) {
            prop_assert!(listed.contains(&&path), "{path} has changed");
        }
    }
    Ok(())
}

/// Asserts that required absent fields, and no others, are reported as missing.
fn check_requirements(form: &CardForm) -> Result<(), TestCaseError> {
    let missing = missing();
    for (path, state) in states(form) {
        if state.value.is_none() {
            let issues = form.field(&path).unwrap().issues;
            let is_missed = issues.iter().any(|issue| missing.contains(&issue.code));
            prop_assert_eq!(
                state.required && form.document.table(0).is_some(),
                is_missed,
                "{} in {}",
                path,
                form.value()
            );
        }
    }
    Ok(())
}
