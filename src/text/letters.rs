//! Letter sets: a cheap test that rules out most words in a search for similar ones.

/// The letters and digits of a word, ignoring case and punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LetterSet {
    /// One bit per letter or digit.
    kinds: u64,
    /// The length of the word, in letters and digits.
    count: u8,
}

impl LetterSet {
    /// The set of a word of at most 255 bytes.
    pub(crate) const fn of(word: &str) -> LetterSet {
        let word = word.as_bytes();
        let mut letters = LetterSet { kinds: 0, count: 0 };
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

    /// Whether `others` contains all of these letters.
    pub(crate) const fn is_subset_of(self, others: LetterSet) -> bool {
        self.kinds & !others.kinds == 0 && self.count <= others.count
    }

    /// Whether turning one word into the other takes more than `most` edits, or changes more than a third of its
    /// length.
    pub(crate) const fn is_far_from(self, others: LetterSet, most: usize) -> bool {
        // Each letter that only one word contains costs an edit; a substitution covers one of each side.
        let missing = (others.kinds & !self.kinds).count_ones();
        let strange = (self.kinds & !others.kinds).count_ones();
        let edits = if missing > strange { missing } else { strange };
        edits as usize > most || self.count.abs_diff(others.count) > others.count / 3
    }
}

/// Longer words are never field names, so they are not compared.
pub(crate) const MAX_WORD_LENGTH: usize = 64;

/// Whether two words are equal, ignoring case and punctuation.
pub(crate) fn is_same_word(name: &str, word: &str) -> bool {
    word.len() <= MAX_WORD_LENGTH && name.bytes().filter_map(letter).eq(word.bytes().filter_map(letter))
}

/// Whether a character is a letter of any script or a digit. Look-alikes such as full-width letters do not count.
/// Unicode's own letter tables would cost 4 kB.
pub(crate) const fn is_letter_or_digit(character: char) -> bool {
    match character {
        'ſ' | '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' => false,
        '\u{37e}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffff}' => false,
        '\u{80}'.. => true,
        _ => character.is_ascii_alphanumeric(),
    }
}

/// Maps a letter (in either case) or a digit to its base-36 value.
pub(crate) const fn letter(byte: u8) -> Option<usize> {
    match (byte as char).to_digit(36) {
        Some(letter) => Some(letter as usize),
        None => None,
    }
}
