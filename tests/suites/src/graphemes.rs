//! The grapheme counts of forms, compared with Unicode's GraphemeBreakTest (shipped by the crate icu_segmenter) and
//! with that crate.

use std::fs;

use icu_segmenter::GraphemeClusterSegmenter;
use proptest::prelude::*;
use wechatpay_membercard::{CardForm, Path};

use crate::{packages, validator};

/// The number of graphemes that a form counts in the description.
fn count(text: &str) -> usize {
    let description = Path::from(["description"]);
    let mut form = CardForm::new(validator());
    form.enter(&description, text).expect("a text can be entered");
    form.field(&description).expect("it is a field").graphemes.expect("a text has graphemes")
}

/// The rows of a file: texts with their number of graphemes.
fn rows(file: &str) -> Vec<(String, usize)> {
    let path = packages::folder("icu_segmenter").join("tests/testdata").join(file);
    let rows = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    rows.lines().filter(|line| line.starts_with('÷')).map(row).collect()
}

/// `÷ 0020 × 0308 ÷ 0020 ÷ # …`: code points, and between them whether a grapheme ends.
fn row(line: &str) -> (String, usize) {
    let (row, _) = line.split_once('#').unwrap_or((line, ""));
    let points = row.split_whitespace().filter(|word| !matches!(*word, "÷" | "×"));
    let point =
        |hex| char::from_u32(u32::from_str_radix(hex, 16).expect("hexadecimal")).expect("a character");
    (points.map(point).collect(), row.matches('÷').count() - 1)
}

/// The version of Unicode that defines graphemes.
fn unicode() -> u64 {
    unicode_segmentation::UNICODE_VERSION.0
}

#[test]
fn unicodes_own_tests() {
    let rows = rows(&format!("GraphemeBreakTest_{}.txt", unicode()));
    assert!(rows.len() > 700, "{}", rows.len());
    for (text, graphemes) in rows {
        assert_eq!(count(&text), graphemes, "{}", text.escape_unicode());
    }
}

#[test]
fn long_mixtures_of_everything() {
    let rows = rows(&format!("GraphemeBreakRandomTest_{}.txt", unicode()));
    assert!(rows.len() > 90, "{}", rows.len());
    for (text, graphemes) in rows {
        assert_eq!(count(&text), graphemes, "{}", text.escape_unicode());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Texts in the scripts and with the marks that people use on cards.
    #[test]
    fn another_implementation_agrees(
        text in "([ -~会员卡（），。！あか\\u{3099}한ᄀ각é☕☕️👍🏽👨‍👩‍👧🇨🇳e\\u{301}\\u{200d}\\u{fe0f}\\u{20e3}नि\\r\\n]|\\PC){1,12}"
    ) {
        let boundaries = GraphemeClusterSegmenter::new().segment_str(&text).count();
        prop_assert_eq!(count(&text), boundaries - 1);
    }
}
