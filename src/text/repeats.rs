//! What appears more than once.

/// Of texts and the values they stand at: for each that appears again, where the same text stands first, and where it
/// stands again.
pub(crate) fn repeats(texts: &mut dyn Iterator<Item = (&str, usize)>) -> Vec<(usize, usize)> {
    // Most texts differ in their hashes, so that comparing them ends there; texts that were made to share one still take
    // no more than a sort.
    let mut sorted: Vec<(u32, &str, usize)> = texts.map(|(text, at)| (hash(text), text, at)).collect();
    sorted.sort_unstable();
    let mut repeats = Vec::new();
    for same in sorted.chunk_by(|one, other| one.1 == other.1) {
        if let [(_, _, first), again @ ..] = same {
            repeats.extend(again.iter().map(|(_, _, again)| (*first, *again)));
        }
    }
    repeats
}

/// The hash of Fowler, Noll and Vo (FNV-1a).
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
