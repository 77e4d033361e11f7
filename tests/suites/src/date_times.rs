//! Times, compared with the crate time, another RFC 3339 parser.

use proptest::prelude::*;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use wechatpay_membercard::{IssueCode, Report};

use crate::{errors, validator};

fn validate(begin: &str, end: &str) -> Report {
    let range = [("available_begin_time", begin), ("available_end_time", end)];
    let range: serde_json::Map<_, _> =
        range.map(|(key, time)| (key.to_owned(), time.into())).into_iter().collect();
    validator().validate_json(serde_json::json!({ "date_information": range }).to_string().as_bytes())
}

/// Whether a text is accepted as a time.
fn is_accepted(text: &str) -> bool {
    let refused = [IssueCode::DateTimeFormat, IssueCode::DateTimeNonexistent];
    !errors(&validate(text, "9999-12-31T23:59:59Z")).iter().any(|code| refused.contains(code))
}

/// What the other crate accepts: any separator for `T`, and leap seconds only at the end of a month.
fn reference(text: &str) -> Option<OffsetDateTime> {
    let has_mark = matches!(text.as_bytes().get(10), Some(b'T' | b't'));
    OffsetDateTime::parse(text, &Rfc3339).ok().filter(|_| has_mark)
}

fn is_leap_second(text: &str) -> bool {
    text.get(17..19) == Some("60")
}

/// Texts close to RFC 3339: mostly times, some nonexistent or malformed.
fn texts() -> impl Strategy<Value = String> {
    let times = "[0-9]{4}-[01][0-9]-[0-3][0-9][Tt][0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,12})?([Zz]|[+-][0-2][0-9]:[0-6][0-9])";
    prop_oneof![
        6 => times,
        2 => (times, any::<prop::sample::Index>(), "[-+:.TtZz0-9 ５]?").prop_map(|(text, at, other)| {
            let at = at.index(text.len());
            [&text[..at], &other, &text[at + 1..]].concat()
        }),
        1 => "\\PC{0,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_texts_are_times(text in texts()) {
        prop_assume!(!is_leap_second(&text));
        prop_assert_eq!(is_accepted(&text), reference(&text).is_some());
    }

    #[test]
    fn the_same_time_comes_first(begin in texts(), end in texts()) {
        prop_assume!(!is_leap_second(&begin) && !is_leap_second(&end));
        if let (Some(first), Some(second)) = (reference(&begin), reference(&end)) {
            let report = validate(&begin, &end);
            prop_assert_eq!(errors(&report).contains(&IssueCode::DateRangeReversed), first > second);
        }
    }
}

#[test]
fn leap_seconds_end_a_day_of_coordinated_universal_time() {
    for (text, is_time) in [
        ("1998-12-31T23:59:60Z", true),
        ("1998-12-31T15:59:60.123-08:00", true),
        ("1999-01-01T07:59:60+08:00", true),
        ("1998-12-31T23:58:60Z", false),
        ("1998-12-31T22:59:60Z", false),
        ("1998-12-31T23:59:61Z", false),
        ("1998-12-31T23:59:60+08:00", false),
    ] {
        assert_eq!(is_accepted(text), is_time, "{text}");
        assert_eq!(reference(text).is_some(), is_time, "{text}");
    }
}
