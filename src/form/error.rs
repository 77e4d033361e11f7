//! Errors of form sessions.

use std::fmt;

use super::code::FormErrorCode;
use crate::issue::{Issue, Path};
use crate::json::writer::quoted;
use crate::text::hidden::escape_from;
use crate::text::locale::{Bilingual, Locale};
use crate::wording::{Params, fill};

/// An error of a form edit or query. The form has not changed.
///
/// Values that the API would refuse are not errors: they are kept, and [reported](super::CardForm::issues) as issues.
///
/// [`code`](FormError::code) is stable, to branch on. `Display` is in English; [`message`](FormError::message) supports
/// both languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FormError {
    /// The path leads neither to a field of the update nor to an existing value.
    UnknownField {
        /// The requested path.
        path: Path,
        /// The path of the field that may be meant: a similar name, or a path in another notation.
        meant: Option<Path>,
        /// An API that has such a field: the name of an endpoint, or the beginning of the names of its endpoints.
        api: Option<&'static str>,
    },
    /// An index is outside its list.
    OutOfRange {
        /// The requested path.
        path: Path,
        /// The length of the list.
        length: usize,
    },
    /// A value of another type is in the place of the object or list that should contain the field.
    NotContainer {
        /// The path of that value.
        path: Path,
        /// Its JSON type.
        actual: &'static str,
    },
    /// List items were to be edited, but there is no list.
    NotList {
        /// The requested path.
        path: Path,
    },
    /// The value is not JSON, is nested too deeply, or would make the payload too large.
    Unreadable {
        /// The path of the value.
        path: Path,
        /// What is wrong with it.
        issue: Box<Issue>,
    },
}

impl FormError {
    /// The path that the error is about.
    pub fn path(&self) -> &Path {
        match self {
            FormError::UnknownField { path, .. }
            | FormError::OutOfRange { path, .. }
            | FormError::NotContainer { path, .. }
            | FormError::NotList { path }
            | FormError::Unreadable { path, .. } => path,
        }
    }

    /// The stable name of the error.
    pub fn code(&self) -> FormErrorCode {
        match self {
            FormError::UnknownField { .. } => FormErrorCode::UnknownField,
            FormError::OutOfRange { .. } => FormErrorCode::OutOfRange,
            FormError::NotContainer { .. } => FormErrorCode::NotContainer,
            FormError::NotList { .. } => FormErrorCode::NotList,
            FormError::Unreadable { .. } => FormErrorCode::Unreadable,
        }
    }

    /// The message: a complete sentence on one line. Hidden characters are escaped as in JSON.
    ///
    /// ```
    /// use wechatpay_membercard::{CardForm, Locale, Path, Validator};
    /// let error = CardForm::new(Validator::new()).set(&Path::from(["nothing"]), "1").unwrap_err();
    /// assert_eq!(error.message(Locale::Zh), "\"/nothing\" 不是本接口的字段");
    /// ```
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::new();
        fill(self.code().template(), &self.params(), locale, &mut message, &|name, out| match (name, self) {
            ("path", _) => write_path(self.path(), locale, out),
            ("meant", FormError::UnknownField { meant: Some(meant), .. }) => write_path(meant, locale, out),
            ("issue", FormError::Unreadable { issue, .. }) => {
                issue.write_message(locale, out);
                true
            }
            _ => false,
        });
        message
    }

    fn params(&self) -> Params {
        let param = match self {
            FormError::OutOfRange { length, .. } => Some(("length", (*length).into())),
            FormError::NotContainer { actual, .. } => Some(("actual", (*actual).into())),
            FormError::UnknownField { api: Some(api), .. } => Some(("api", (*api).into())),
            FormError::UnknownField { .. } | FormError::NotList { .. } | FormError::Unreadable { .. } => None,
        };
        param.into_iter().collect()
    }
}

impl fmt::Display for FormError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message(Locale::En))
    }
}

/// Appends a quoted path, and returns `true`.
fn write_path(path: &Path, locale: Locale, out: &mut String) -> bool {
    let start = out.len();
    match path.segments() {
        [] => out.push_str(Bilingual { zh: "请求内容", en: "the payload" }.get(locale)),
        _ => out.push_str(&quoted(&path.pointer())),
    }
    escape_from(start, out);
    true
}
