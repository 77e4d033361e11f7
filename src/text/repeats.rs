//! Finding duplicate texts.

/// Finds duplicates among texts and their positions. For each duplicate: the position of the first occurrence, and its
/// own.
pub(crate) fn repeats(texts: &mut dyn Iterator<Item = (&str, usize)>) -> Vec<(usize, usize)> {
    // Comparing hashes settles most pairs. Texts crafted to collide still cost no more than sorting them.
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

/// FNV-1a.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
