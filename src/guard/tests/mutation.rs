//! The guard accepts only messages of prepared requests: a changed message that is accepted equals, byte by byte, that
//! of another prepared request.

use proptest::prelude::*;

use super::prepared::{prepare, request};
use super::*;
use crate::text::locale::Locale;

/// Fails unless the message is refused with a reason, or equals the one that is prepared from its parts.
fn check(message: &[u8], expectations: &Expectations) -> Result<bool, String> {
    match inspect_message(message, expectations) {
        Ok(inspected) => {
            let request =
                prepare(inspected.card_id(), inspected.timestamp(), inspected.nonce_str(), inspected.body());
            let rebuilt = request.ok_or("accepted what cannot be prepared")?;
            let same = rebuilt.message().as_bytes() == message && inspected.message().as_bytes() == message;
            same.then_some(true).ok_or_else(|| format!("accepted {:?}", String::from_utf8_lossy(message)))
        }
        Err(refused) if refused.refusals().is_empty() => Err("refused without a reason".into()),
        Err(refused) => {
            let words: Vec<_> =
                refused.refusals().iter().map(|refusal| refusal.message(Locale::Zh)).collect();
            words.iter().all(|words| !words.contains('\n')).then_some(false).ok_or_else(|| words.join("; "))
        }
    }
}

const INTERESTING: &[u8] = b"\0\t\n\r !\"#%&'+,-./0129:;=?@AEF[\\]_abef{|}~\x7f\x80\xc3\xe2\xff";

/// Every change of one byte: replaced, inserted, removed, or exchanged with the next.
fn changes(message: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let at = |position: usize| (&message[..position], &message[position..]);
    (0..=message.len()).flat_map(move |position| {
        let (before, after) = at(position);
        let inserted = INTERESTING.iter().map(move |byte| [before, &[*byte], after].concat());
        let replaced = after.split_first().into_iter().flat_map(move |(old, after)| {
            let flipped = (0..8).map(move |bit| old ^ (1 << bit));
            let bytes = INTERESTING.iter().copied().chain(flipped).filter(move |byte| byte != old);
            bytes.map(move |byte| [before, &[byte], after].concat()).chain([[before, after].concat()])
        });
        let exchanged = after
            .get(..2)
            .into_iter()
            .filter(|two| two[0] != two[1])
            .map(move |two| [before, &[two[1], two[0]], &after[2..]].concat());
        inserted.chain(replaced).chain(exchanged)
    })
}

#[test]
fn every_change_of_one_byte() {
    let path = "/v3/marketing/membercard-open/cards/p.~%E5%8D%A1%2B";
    let body = r#"{"title":"卡\"\\","total_quantity":50,"need_dynamic_code":true,"x":[1.5,null]}"#;
    let message = message("PATCH", path, "1554208460", "593BEC0C930BF1AF", body);
    assert_eq!(check(message.as_bytes(), &lenient(message.as_bytes())), Ok(true));
    let mut count = [0, 0];
    for changed in changes(message.as_bytes()) {
        count[usize::from(check(&changed, &lenient(&changed)).unwrap())] += 1;
    }
    let [refused, accepted] = count;
    assert!(refused > 5_000 && accepted > 500, "{refused} refused, {accepted} accepted");
}

#[test]
fn with_the_defaults_only_the_timestamp_the_nonce_and_texts_can_be_changed() {
    let good = good();
    let mut accepted = 0;
    for changed in changes(good.as_bytes()) {
        if check(&changed, &expectations()).unwrap() {
            let changed = String::from_utf8(changed).unwrap();
            assert!(changed.starts_with(&["PATCH\n", PATH, "\n15542"].concat()), "{changed}");
            assert!(changed.ends_with("\"}\n") && changed.contains("\n{\"title\":\""), "{changed}");
            accepted += 1;
        }
    }
    assert!(accepted > 100);
}

proptest! {
    #![proptest_config(super::proptest_config())]

    #[test]
    fn changes_of_any_prepared_request(
        request in request(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3), 1..4),
    ) {
        let mut message = request.message().as_bytes().to_vec();
        for (index, byte, kind) in edits {
            let at = index.index(message.len());
            match kind {
                0 => message[at] = byte,
                1 => message.insert(at, byte),
                _ => drop(message.remove(at)),
            }
        }
        check(&message, &lenient(&message)).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn texts_that_almost_look_like_a_message(
        message in "(PATCH|POST|patch)\r?\n(/v3/marketing/membercard-open/cards/|https://x|/)[%a-fA-F0-9./?]{0,12}\n[+0-9]{1,13}\n[a-z\"]{0,40}\n[{}\"a-z:,]{0,12}\n{0,2}",
    ) {
        check(message.as_bytes(), &lenient(message.as_bytes())).map_err(TestCaseError::fail)?;
    }

    #[test]
    fn any_bytes_at_all(message in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&message, &lenient(&message)).map_err(TestCaseError::fail)?;
    }
}
