//! Which letters and digits a word holds: a glance that tells most words apart.

/// The letters and digits of a word, without case and punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letters {
    /// One bit for each that it holds.
    kinds: u64,
    /// How many they are.
    count: u8,
}

impl Letters {
    /// Those of a word of at most 255 bytes.
    pub(crate) const fn of(word: &str) -> Letters {
        let word = word.as_bytes();
        let mut letters = Letters { kinds: 0, count: 0 };
        let mut at = 0;
        while at < word.len() {
            if let Some(letter) = letter(word[at]) {
                letters.kinds |= 1 << letter;
                letters.count += 1;
            }
            at += 1;
        }
        letters
    }

    /// Whether others hold each of them.
    pub(crate) const fn are_among(self, others: Letters) -> bool {
        self.kinds & !others.kinds == 0 && self.count <= others.count
    }

    /// Whether it takes more than `most` edits to get to a word of other letters, or to change more than a third of its
    /// length.
    pub(crate) const fn are_far_from(self, others: Letters, most: usize) -> bool {
        // A letter that only one of them holds takes an edit, which may serve one letter of the other as well.
        let missing = (others.kinds & !self.kinds).count_ones();
        let strange = (self.kinds & !others.kinds).count_ones();
        let edits = if missing > strange { missing } else { strange };
        edits as usize > most || self.count.abs_diff(others.count) > others.count / 3
    }
}

/// Longer words are no names, in whatever form, and not compared with any.
pub(crate) const MAX_WORD_LENGTH: usize = 64;

/// Whether a word is a name but for case and punctuation.
pub(crate) fn is_same_word(name: &str, word: &str) -> bool {
    word.len() <= MAX_WORD_LENGTH && name.bytes().filter_map(letter).eq(word.bytes().filter_map(letter))
}

/// A letter, in either case, or a digit as a digit to the base 36.
pub(crate) const fn letter(byte: u8) -> Option<usize> {
    match (byte as char).to_digit(36) {
        Some(letter) => Some(letter as usize),
        None => None,
    }
}
