//! "Did you mean": the known word nearest to an unknown one.

use crate::schema::{Field, Object};
use crate::text::letters::{Letters, letter};

/// Words longer than this are not compared: each letter takes a bit.
const MAX_LENGTH: usize = 64;

/// The candidate nearest to `word`, if it is near: the same but for case and punctuation, or within a third of its
/// length by insertions, deletions, substitutions and transpositions.
pub(super) fn nearest(
    word: &str,
    candidates: &mut dyn Iterator<Item = (&'static str, Letters)>,
) -> Option<&'static str> {
    if word.is_empty() || word.len() > MAX_LENGTH {
        return None;
    }
    let letters = Letters::of(word);
    let mut pattern = None;
    let mut nearest: Option<(usize, &'static str)> = None;
    for (candidate, its) in candidates {
        let most = candidate.len() / 3;
        if letters.are_far_from(its, most) {
            continue;
        }
        let distance = pattern.get_or_insert_with(|| Pattern::new(word)).distance(candidate);
        if distance <= most && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, candidate));
        }
    }
    nearest.map(|(_, candidate)| candidate)
}

/// The field of an object whose name is nearest to a key, if one is near.
pub(crate) fn nearest_field(key: &str, object: &'static Object) -> Option<&'static Field> {
    let name = nearest(key, &mut object.fields.iter().map(|field| (field.name, field.letters)))?;
    object.find(name).map(|(_, field)| field)
}

/// A word, prepared to be compared with many: without case and punctuation.
struct Pattern {
    length: usize,
    /// Where each letter and digit stands: one bit for each place.
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

    /// The optimal string alignment distance. All rows of a column are computed at once, as bits of the differences
    /// between them: Heikki Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
    fn distance(&self, candidate: &str) -> usize {
        let mut letters = candidate.bytes().filter_map(letter).peekable();
        // The start that they share is no part of their distance.
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
    use crate::endpoints::membercard_open::{CARD_UPDATE, COMMON_FIELD};
    use crate::text::letters::Letters;

    fn nearest(word: &str, candidates: &[&'static str]) -> Option<&'static str> {
        super::nearest(word, &mut candidates.iter().map(|candidate| (*candidate, Letters::of(candidate))))
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
        const LONG: &str = "abcdefgh0123456789abcdefgh0123456789abcdefgh0123456789abcdefgh01";
        assert_eq!(LONG.len(), super::MAX_LENGTH);
        for (word, found) in [(LONG, true), (&LONG[1..], true), (&[LONG, "a"].concat(), false)] {
            assert_eq!(nearest(word, &[LONG]).is_some(), found, "{word}");
        }
    }

    /// What `nearest` finds, without its short cuts.
    fn defined(word: &str, candidates: &[&'static str]) -> Option<&'static str> {
        let plain = |word: &str| word.replace(|c: char| !c.is_ascii_alphanumeric(), "").to_ascii_lowercase();
        let distance = |candidate: &&str| {
            let (word, candidate) = (plain(word), plain(candidate));
            let is_near = word.len().abs_diff(candidate.len()) * 3 <= candidate.len();
            if is_near { strsim::osa_distance(&word, &candidate) } else { usize::MAX / 3 }
        };
        let near = candidates.iter().filter(|candidate| distance(candidate) * 3 <= candidate.len());
        near.min_by_key(|candidate| distance(candidate)).copied()
    }

    #[test]
    fn distances_are_those_of_the_definition() {
        // Every pair of words of up to five letters out of three.
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
