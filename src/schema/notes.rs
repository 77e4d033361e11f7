//! What a row of the table says to people only. Checks do not read it, so that a program that only checks is linked
//! without it.

use super::Field;
use super::card_update::NOTES;
use crate::locale::Bilingual;

/// What a form or a schema says about a field.
#[derive(Debug)]
pub struct Notes {
    /// The type as the API's page prints it, such as `string(10)`; `≤` before a number marks a limit that only
    /// a related API prints.
    pub notation: &'static str,
    /// What it is for and what it may hold.
    pub help: Bilingual,
    /// An example, as the API's page gives it where it does.
    pub example: &'static str,
}

/// What is said about a field that no table holds: nothing.
static NONE: Notes = Notes { notation: "", help: Bilingual { zh: "", en: "" }, example: "" };

impl Field {
    /// What its row says to people.
    ///
    /// ```
    /// use wechatpay_membercard::schema::CARD_UPDATE;
    /// let (_, title) = CARD_UPDATE.find("title").unwrap();
    /// assert_eq!(title.notes().notation, "string(10)");
    /// ```
    pub fn notes(&self) -> &'static Notes {
        let of_row = |(fields, notes): &(&'static [Field], &'static [Notes])| {
            let row = fields.iter().position(|field| std::ptr::eq(field, self))?;
            notes.get(row)
        };
        NOTES.iter().find_map(of_row).unwrap_or(&NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::NOTES;

    #[test]
    fn every_row_has_its_notes() {
        for (fields, notes) in NOTES {
            assert_eq!(fields.len(), notes.len());
            for (field, notes) in fields.iter().zip(*notes) {
                assert!(std::ptr::eq(field.notes(), notes), "{}", field.name);
                assert!(!notes.notation.is_empty() && !notes.help.zh.is_empty() && !notes.help.en.is_empty());
            }
        }
    }
}
