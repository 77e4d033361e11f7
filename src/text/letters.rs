//! Which letters and digits a word holds: a glance that tells most words apart.

/// The letters and digits of a word, without case and punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LetterSet {
    /// One bit for each that it holds.
    kinds: u64,
    /// How many they are.
    count: u8,
}

impl LetterSet {
    /// Those of a word of at most 255 bytes.
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

    /// Whether others hold each of them.
    pub(crate) const fn is_subset_of(self, others: LetterSet) -> bool {
        self.kinds & !others.kinds == 0 && self.count <= others.count
    }

    /// Whether it takes more than `most` edits to get to a word of other letters, or to change more than a third of its
    /// length.
    pub(crate) const fn is_far_from(self, others: LetterSet, most: usize) -> bool {
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

/// Whether a character is a letter of any script or a digit, and none that readers take for another one, such as a
/// full-width letter. Unicode's own tables of letters take 4 kB.
pub(crate) const fn is_letter_or_digit(character: char) -> bool {
    match character {
        'ſ' | '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b4}' | '\u{b6}'..='\u{b9}' | '\u{bb}'..='\u{bf}' => false,
        '\u{37e}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffff}' => false,
        '\u{80}'.. => true,
        _ => character.is_ascii_alphanumeric(),
    }
}

/// A letter, in either case, or a digit as a digit to the base 36.
pub(crate) const fn letter(byte: u8) -> Option<usize> {
    match (byte as char).to_digit(36) {
        Some(letter) => Some(letter as usize),
        None => None,
    }
}
