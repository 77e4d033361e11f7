//! "Did you mean": the known word nearest to an unknown one.

/// Words longer than this are not compared.
const MAX_LENGTH: usize = 64;

/// The candidate nearest to `word`, if it is near: the same but for case and punctuation, or within a third of its
/// length by insertions, deletions, substitutions and transpositions.
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    if word.is_empty() || word.len() > MAX_LENGTH {
        return None;
    }
    let word = Plain::new(word);
    let mut nearest: Option<(usize, &str)> = None;
    for candidate in candidates {
        let Some(distance) = distance(&word, &Plain::new(candidate), candidate.len() / 3) else { continue };
        if nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, candidate));
        }
    }
    nearest.map(|(_, candidate)| candidate)
}

/// A word without case and punctuation, and which letters and digits it holds: one bit for each.
struct Plain {
    text: String,
    letters: u64,
}

impl Plain {
    fn new(word: &str) -> Plain {
        let mut plain = Plain { text: String::with_capacity(word.len()), letters: 0 };
        for character in word.chars() {
            if let Some(digit) = character.to_digit(36) {
                plain.text.push(character.to_ascii_lowercase());
                plain.letters |= 1 << digit;
            }
        }
        plain
    }
}

/// How far a word is from a candidate, if not further than `most`.
fn distance(word: &Plain, candidate: &Plain, most: usize) -> Option<usize> {
    if word.text.len().abs_diff(candidate.text.len()) > candidate.text.len() / 3 {
        return None;
    }
    // A letter that only one of them holds takes an edit, which may serve one letter of the other as well.
    let missing = (candidate.letters & !word.letters).count_ones();
    let strange = (word.letters & !candidate.letters).count_ones();
    if missing.max(strange) as usize > most {
        return None;
    }
    let (word, candidate) = without_same_start(&word.text, &candidate.text);
    Some(strsim::osa_distance(word, candidate)).filter(|distance| *distance <= most)
}

/// What is left of two plain words without the start that they share, which is no part of their distance.
fn without_same_start<'w>(one: &'w str, other: &'w str) -> (&'w str, &'w str) {
    let same = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    (&one[same..], &other[same..])
}

#[cfg(test)]
mod tests {
    use super::nearest;
    use crate::schema::CARD_UPDATE;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let words = ["title", "init_level", "code_type"];
        let nearest = |word| nearest(word, words.into_iter());
        assert_eq!(nearest("tilte"), Some("title"));
        assert_eq!(nearest("initLevel"), Some("init_level"));
        assert_eq!(nearest("codetype"), Some("code_type"));
        assert_eq!(nearest("brand"), None);
        assert_eq!(nearest("inix_levex"), Some("init_level"));
        assert_eq!(nearest("home_level"), None);
        assert_eq!(super::nearest("level_3", ["level_1", "level_2"].into_iter()), Some("level_1"));
        assert_eq!(super::nearest("urls", ["url"].into_iter()), Some("url"));
        assert_eq!(nearest(""), None);
        let long = "a".repeat(super::MAX_LENGTH);
        let longest = |word: &str| super::nearest(word, [long.as_str()].into_iter()).is_some();
        assert!(longest(&long) && !longest(&(long.clone() + "a")));
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
    fn short_cuts_change_nothing() {
        let words: Vec<&str> = CARD_UPDATE.fields.iter().map(|field| field.name).collect();
        for word in &words {
            for cut in 0..word.len() {
                for (from, to) in [("", "x"), ("_", ""), ("e", "E1"), ("o", ""), ("it", "ti"), ("co", "qqq")]
                {
                    let changed = [&word[..cut], &word[cut..].replacen(from, to, 2)].concat();
                    let nearest = nearest(&changed, words.iter().copied());
                    assert_eq!(nearest, defined(&changed, &words), "{changed}");
                }
            }
        }
    }
}
