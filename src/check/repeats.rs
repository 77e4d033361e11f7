//! What appears more than once.

/// Of texts and the indices they stand at: for each that appears again, where the same text stands first, and where it
/// stands again.
pub(super) fn repeats(mut texts: Vec<(&str, usize)>) -> Vec<(usize, usize)> {
    texts.sort_unstable();
    let same = texts.chunk_by(|one, other| one.0 == other.0);
    same.flat_map(|same| same[1..].iter().map(|again| (same[0].1, again.1))).collect()
}
