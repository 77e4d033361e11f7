//! The error tables of the endpoints.

use crate::endpoints::membercard_open::{API_ERRORS, UPDATE};
use crate::response::pointer;
use crate::response::retry::Retry;
use crate::text::locale::Locale;

#[test]
fn every_row_is_whole() {
    for row in API_ERRORS {
        for locale in [Locale::Zh, Locale::En] {
            assert!(!row.description.get(locale).is_empty(), "{row:?}");
            assert!(!row.solution.get(locale).is_empty(), "{row:?}");
        }
        assert!(row.solution.en.is_ascii() || row.solution.en.contains("服务号"), "{row:?}");
        assert!(row.cause.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{row:?}");
        for field in row.fields {
            let path = pointer::path(field).unwrap();
            assert!(pointer::field_label(&UPDATE, &path, Locale::En).is_some(), "{field}");
        }
        assert!(row.fields.is_empty() || row.concerns_this_api, "{row:?}");
        assert!(row.status.is_some() || row.code.is_none(), "{row:?}");
    }
}

#[test]
fn three_wordings_have_one_cause() {
    assert_eq!(API_ERRORS.iter().filter(|row| row.cause == "not_card_creator").count(), 3);
}

#[test]
fn only_system_errors_are_worth_a_retry() {
    for row in API_ERRORS {
        let expected = if row.status == Some(500) { Retry::SameParameters } else { Retry::Never };
        assert_eq!(row.retry(), expected, "{row:?}");
    }
}
