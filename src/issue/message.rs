//! The message of an issue.

use super::Issue;
use super::label::write_label;
use crate::text::locale::Locale;
use crate::wording::fill;

/// Enough for most messages, in bytes.
const ROOM: usize = 160;

impl Issue {
    /// The message: a complete sentence on one line. Hidden characters from the input are escaped as in JSON;
    /// [`params`](Issue::params) has them raw.
    ///
    /// ```
    /// use wechatpay_membercard::{Issue, IssueCode, Locale, Path, membercard_open::UPDATE};
    /// let title = UPDATE.body.path(Path::from(["title"]));
    /// let issue = Issue::new(IssueCode::TooLong, title).with("max", 10i64).with("actual", 12i64);
    /// assert_eq!(issue.message(Locale::Zh), "会员卡名称最多 10 个字，当前 12 个字");
    /// ```
    pub fn message(&self, locale: Locale) -> String {
        let mut message = String::with_capacity(ROOM);
        self.write_message(locale, &mut message);
        message
    }

    /// Appends the message.
    pub fn write_message(&self, locale: Locale, out: &mut String) {
        fill(self.code.template(), &self.params, locale, out, &|name, out| {
            let is_label = name == "label";
            if is_label {
                write_label(self.location, &self.path, locale, out);
            }
            is_label
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::issue::IssueCode;
    use crate::wording::check::check_table;

    #[test]
    fn every_row_of_the_catalogue_is_whole() {
        check_table(IssueCode::ALL, IssueCode::template, IssueCode::parameters, &["label"]);
    }
}
