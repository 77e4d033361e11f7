//! "Did you mean": the known word nearest to an unknown one.

/// Words longer than this are not compared.
const MAX_LENGTH: usize = 64;

/// The candidate nearest to `word`, if it is near: the same but for case and punctuation, or within a third of its
/// length by insertions, deletions, substitutions and transpositions.
pub(crate) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    if word.is_empty() || word.len() > MAX_LENGTH {
        return None;
    }
    let plain = plain(word);
    candidates
        .map(|candidate| (distance(&plain, candidate), candidate))
        .filter(|(distance, candidate)| distance * 3 <= candidate.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(plain_word: &str, candidate: &str) -> usize {
    let candidate = plain(candidate);
    if plain_word.len().abs_diff(candidate.len()) * 3 > candidate.len() {
        return usize::MAX / 3;
    }
    strsim::osa_distance(plain_word, &candidate)
}

fn plain(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphanumeric).map(|character| character.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

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
        assert_eq!(super::nearest("urls", ["url"].into_iter()), Some("url"));
        assert_eq!(nearest(""), None);
        let long = "a".repeat(super::MAX_LENGTH);
        let longest = |word: &str| super::nearest(word, [long.as_str()].into_iter()).is_some();
        assert!(longest(&long) && !longest(&(long.clone() + "a")));
    }
}
