//! Suggestions ("did you mean") for unknown words.

use std::cmp::Reverse;

#[cfg(feature = "form")]
use crate::schema::{Action, Field, Mark, Object};
use crate::text::letters::{LetterSet, MAX_WORD_LENGTH, letter};

/// The candidate most similar to `word`, if any is similar enough.
///
/// A candidate is similar if it is equal except for case and punctuation, or within an edit distance (insertions,
/// deletions, substitutions, transpositions) of a third of its length. Ties go to the longest common beginning. If both
/// have equally many parts, their first parts must be similar: `user_information` is not suggested for
/// `date_information`.
///
/// A word that consists of parts of exactly one candidate means that one, however much is missing: `begin_time` means
/// `available_begin_time`, `user_info` means `user_information_form`. If several candidates match in this way, there is
/// no suggestion, unless one differs in a single letter.
pub(super) fn nearest(
    word: &str,
    candidates: &mut dyn Iterator<Item = (&'static str, LetterSet)>,
) -> Option<&'static str> {
    if word.is_empty() || word.len() > MAX_WORD_LENGTH {
        return None;
    }
    let letters = LetterSet::of(word);
    let mut pattern = None;
    let mut nearest: Option<(usize, Reverse<usize>, &'static str)> = None;
    let mut shortened = Shortened::None;
    for (candidate, its) in candidates {
        if letters.is_subset_of(its) && is_shortened(word, candidate) {
            shortened = shortened.or(candidate);
        }
        // A candidate with a larger distance than the best so far cannot win.
        let most = nearest.map_or(usize::MAX, |(distance, ..)| distance).min(candidate.len() / 3);
        if letters.is_far_from(its, most) {
            continue;
        }
        let pattern = pattern.get_or_insert_with(|| Pattern::new(word));
        let distance = pattern.distance(candidate);
        if distance > most {
            continue;
        }
        let found = (distance, Reverse(pattern.shared_beginning(candidate)), candidate);
        let is_nearer = nearest.is_none_or(|least| (found.0, found.1) < (least.0, least.1));
        if is_nearer && (distance == 0 || !begins_otherwise(word, candidate)) {
            nearest = Some(found);
        }
    }
    match (nearest, shortened) {
        (Some((0, _, same)), _) => Some(same),
        (_, Shortened::One(only)) => Some(only),
        (Some((distance, _, _)), Shortened::Several) if distance > 1 => None,
        (nearest, _) => nearest.map(|(_, _, candidate)| candidate),
    }
}

/// The candidates that a word may abbreviate.
#[derive(Clone, Copy)]
enum Shortened {
    None,
    One(&'static str),
    /// More than one.
    Several,
}

impl Shortened {
    fn or(self, candidate: &'static str) -> Shortened {
        match self {
            Shortened::None => Shortened::One(candidate),
            Shortened::One(_) | Shortened::Several => Shortened::Several,
        }
    }
}

/// The parts of a word, separated by punctuation or before capital letters (camel case).
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|character: char| !character.is_ascii_alphanumeric());
        let bytes = rest.as_bytes();
        let ends = |at: usize| {
            let (before, here) = (bytes[at - 1], bytes[at]);
            !here.is_ascii_alphanumeric() || before.is_ascii_lowercase() && here.is_ascii_uppercase()
        };
        let end = (1..bytes.len()).find(|at| ends(*at)).unwrap_or(bytes.len());
        let (part, behind) = rest.split_at_checked(end)?;
        rest = behind;
        (!part.is_empty()).then_some(part)
    })
}

/// Whether the parts of a word are parts of the candidate, in order. A part may be abbreviated if it is the candidate's
/// first or not the word's first.
fn is_shortened(word: &str, candidate: &str) -> bool {
    /// `info` may mean `information`, but `in` is too short.
    const SHORTEST: usize = 3;
    let mut its = parts(candidate).enumerate();
    let mut is_any = false;
    for (index, part) in parts(word).enumerate() {
        is_any = its.any(|(place, other)| {
            let may_be_cut = part.len() >= SHORTEST && (index > 0 || place == 0);
            let begins_alike = other.get(..part.len()).is_some_and(|start| start.eq_ignore_ascii_case(part));
            begins_alike && (may_be_cut || other.len() == part.len())
        });
        if !is_any {
            return false;
        }
    }
    is_any
}

/// Whether two words have equally many parts (at least two), but dissimilar first ones.
fn begins_otherwise(word: &str, candidate: &str) -> bool {
    let count = parts(word).count();
    if count < 2 || count != parts(candidate).count() {
        return false;
    }
    let (Some(first), Some(other)) = (parts(word).next(), parts(candidate).next()) else { return false };
    Pattern::new(first).distance(other) > (other.len() / 3).max(1)
}

/// The field most similar to a key, among those that the object lists for an action.
#[cfg(feature = "form")]
pub(crate) fn nearest_field(key: &str, object: &'static Object, action: Action) -> Option<&'static Field> {
    let listed = object.fields.iter().filter(|field| field.mark(action) != Mark::Unlisted);
    let name = nearest(key, &mut listed.map(|field| (field.name, field.letters)))?;
    object.find(name).map(|(_, field)| field)
}

/// A word of at most `MAX_WORD_LENGTH` bytes, prepared for comparison with many others; case and punctuation are
/// ignored.
struct Pattern {
    length: usize,
    /// The positions of each letter and digit, one bit each.
    places: [u64; 36],
}

impl Pattern {
    fn new(word: &str) -> Pattern {
        let mut pattern = Pattern { length: 0, places: [0; 36] };
        for letter in word.bytes().filter_map(letter) {
            pattern.places[letter] |= 1 << pattern.length;
            pattern.length += 1;
        }
        pattern
    }

    /// The length of the common beginning.
    fn shared_beginning(&self, candidate: &str) -> usize {
        let letters = candidate.bytes().filter_map(letter).enumerate();
        letters.take_while(|(at, letter)| *at < self.length && self.places[*letter] & 1 << at != 0).count()
    }

    /// The optimal string alignment distance, with all rows of a column computed at once as bit vectors: Heikki Hyyrö,
    /// "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
    fn distance(&self, candidate: &str) -> usize {
        let mut letters = candidate.bytes().filter_map(letter).peekable();
        // The common beginning does not count.
        let mut shared = 0;
        while letters.next_if(|letter| self.places[*letter] & 1 << shared != 0).is_some() {
            shared += 1;
        }
        let mut distance = self.length - shared;
        if distance == 0 {
            return letters.count();
        }
        let last = 1 << (distance - 1);
        let (mut higher, mut lower) = (u64::MAX, 0);
        let (mut same, mut places_before) = (0, 0);
        for letter in letters {
            let places = self.places[letter] >> shared;
            let swapped = (!same & places) << 1 & places_before;
            same = ((places & higher).wrapping_add(higher) ^ higher) | places | lower | swapped;
            let more = lower | !(same | higher);
            let less = same & higher;
            distance += usize::from(more & last != 0);
            distance -= usize::from(less & last != 0);
            let more = more << 1 | 1;
            higher = less << 1 | !(same | more);
            lower = more & same;
            places_before = places;
        }
        distance
    }
}

#[cfg(test)]
mod tests {
    use crate::endpoints::membercard_open::{CARD_UPDATE, COMMON_FIELD, DATE_INFORMATION};
    use crate::schema::Action;
    use crate::text::letters::LetterSet;

    fn nearest(word: &str, candidates: &[&'static str]) -> Option<&'static str> {
        super::nearest(word, &mut candidates.iter().map(|candidate| (*candidate, LetterSet::of(candidate))))
    }

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let words = ["title", "init_level", "code_type"];
        let near = |word| nearest(word, &words);
        assert_eq!(near("tilte"), Some("title"));
        assert_eq!(near("initLevel"), Some("init_level"));
        assert_eq!(near("codetype"), Some("code_type"));
        assert_eq!(near("brand"), None);
        assert_eq!(near("inix_levex"), Some("init_level"));
        assert_eq!(near("home_level"), None);
        assert_eq!(nearest("level_3", &["level_1", "level_2"]), Some("level_1"));
        assert_eq!(nearest("urls", &["url"]), Some("url"));
        assert_eq!(near(""), None);
        assert_eq!(near("_"), None);
        const LONG: &str = "abcdefgh0123456789abcdefgh0123456789abcdefgh0123456789abcdefgh01";
        assert_eq!(LONG.len(), super::MAX_WORD_LENGTH);
        for (word, found) in [(LONG, true), (&LONG[1..], true), (&[LONG, "a"].concat(), false)] {
            assert_eq!(nearest(word, &[LONG]).is_some(), found, "{word}");
        }
    }

    #[test]
    fn parts_and_beginnings_count() {
        let listed = CARD_UPDATE.fields.iter().filter(|field| field.mark(Action::Update).is_listed());
        let fields: Vec<&str> = listed.map(|field| field.name).collect();
        for (word, found) in [
            ("user_information", Some("user_information_form")),
            ("userInformation", Some("user_information_form")),
            ("use_information", Some("user_information_form")),
            ("user_infomation", Some("user_information_form")),
            ("user_info", Some("user_information_form")),
            ("user-form", Some("user_information_form")),
            ("card_information", None),
            ("date_info", Some("date_information")),
            ("balance_info", Some("balance_information")),
            ("balance", Some("balance_information")),
            ("background_pic_url", Some("background_picture_url")),
            ("background_url", Some("background_picture_url")),
            ("logo", Some("logo_url")),
            ("phone", Some("service_phone")),
            ("desc", Some("description")),
            ("init_lv", Some("init_level")),
            ("CODE_MODE", Some("code_mode")),
            // Several candidates match.
            ("url", None),
            ("level", None),
            ("information", None),
            ("need", None),
            // Not a part, but the beginning of one.
            ("state", None),
            ("remain_quantity", None),
            ("out_request_no", None),
            ("brand", None),
            ("标题", None),
        ] {
            assert_eq!(nearest(word, &fields), found, "{word}");
        }
        let codes = ["BAR_CODE", "QRCODE", "BAR_CODE_AND_QRCODE"];
        assert_eq!((nearest("BAR", &codes), nearest("BAR_COD", &codes)), (None, Some("BAR_CODE")));
        let dates: Vec<&str> = DATE_INFORMATION.fields.iter().map(|field| field.name).collect();
        assert_eq!(nearest("begin_time", &dates), Some("available_begin_time"));
        assert_eq!(nearest("wait_days", &dates), Some("wait_days_after_receive"));
        assert_eq!(nearest("time", &dates), None);
    }

    #[test]
    fn words_come_apart_at_punctuation_and_humps() {
        for (word, parts) in [
            ("user_information_form", &["user", "information", "form"][..]),
            ("userInfo", &["user", "Info"]),
            ("QRCode", &["QRCode"]),
            ("--a__b-", &["a", "b"]),
            ("标题title题", &["title"]),
            ("标题", &[]),
            ("", &[]),
        ] {
            assert!(super::parts(word).eq(parts.iter().copied()), "{word}");
        }
    }

    /// The same result by definition, without shortcuts.
    fn defined(word: &str, candidates: &[&'static str]) -> Option<&'static str> {
        let plain = |word: &str| word.replace(|c: char| !c.is_ascii_alphanumeric(), "").to_ascii_lowercase();
        let distance = |candidate: &&str| {
            let (word, candidate) = (plain(word), plain(candidate));
            let is_near = word.len().abs_diff(candidate.len()) * 3 <= candidate.len();
            if is_near { strsim::osa_distance(&word, &candidate) } else { usize::MAX / 3 }
        };
        let shared = |candidate: &&str| {
            let (word, candidate) = (plain(word), plain(candidate));
            word.bytes().zip(candidate.bytes()).take_while(|(one, other)| one == other).count()
        };
        let is_near = |candidate: &&&str| {
            let distance = distance(candidate);
            distance == 0 || distance * 3 <= candidate.len() && !super::begins_otherwise(word, candidate)
        };
        let near = candidates.iter().filter(is_near);
        let nearest =
            near.min_by_key(|candidate| (distance(candidate), std::cmp::Reverse(shared(candidate))));
        let mut short = candidates.iter().filter(|candidate| super::is_shortened(word, candidate));
        match (nearest, short.next(), short.next()) {
            (Some(same), ..) if distance(same) == 0 => Some(same),
            (_, Some(only), None) => Some(only),
            (Some(near), Some(_), Some(_)) if distance(near) > 1 => None,
            (nearest, ..) => nearest.copied(),
        }
    }

    #[test]
    fn distances_are_those_of_the_definition() {
        // All pairs of words of up to five letters from an alphabet of three.
        let mut words = vec![String::new()];
        for length in 0..5 {
            let longest = words.iter().filter(|word| word.len() == length).cloned().collect::<Vec<_>>();
            words.extend(longest.iter().flat_map(|word| ["a", "b", "1"].map(|letter| word.clone() + letter)));
        }
        for word in &words {
            let pattern = super::Pattern::new(word);
            for other in &words {
                assert_eq!(pattern.distance(other), strsim::osa_distance(word, other), "{word} {other}");
            }
        }
    }

    #[test]
    fn short_cuts_change_nothing() {
        let mut words: Vec<&str> = CARD_UPDATE.fields.iter().map(|field| field.name).collect();
        words.extend(COMMON_FIELD.iter().map(|choice| choice.value));
        for word in &words {
            for cut in 0..word.len() {
                for (from, to) in [("", "x"), ("_", ""), ("e", "E1"), ("o", ""), ("it", "ti"), ("co", "qqq")]
                {
                    let changed = [&word[..cut], &word[cut..].replacen(from, to, 2)].concat();
                    assert_eq!(nearest(&changed, &words), defined(&changed, &words), "{changed}");
                }
            }
        }
    }
}
