//! Remembers the nonces of signed messages until they expire.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::code::RefusalCode;
use super::nonce;
use super::refusal::Refusal;

/// A bounded memory of nonces that prevents signing a message twice.
///
/// A nonce is never forgotten before its message expires; when the memory is full, new nonces are refused. A message
/// may be dated almost 300 seconds ahead and thus stay valid for 600: a capacity of 600 times the signatures per second
/// is always sufficient.
///
/// ```
/// use wechatpay_membercard::{NonceMemory, RefusalCode};
/// let mut memory = NonceMemory::new(2);
/// assert!(memory.remember("593BEC0C930BF1AFEB40B4A08C8FB242", 1_300, 1_000).is_ok());
/// let replayed = memory.remember("593BEC0C930BF1AFEB40B4A08C8FB242", 1_310, 1_010).unwrap_err();
/// assert_eq!(replayed.code, RefusalCode::ReplayedNonce);
/// ```
///
/// # Several servers
///
/// The memory belongs to one process. Servers that sign for the same merchant need a shared store, such as Redis (`SET
/// nonce "" NX PXAT`) or a table with the nonce as a unique key. The store must insert a nonce atomically and keep it
/// until [`expires_at`](super::InspectedMessage::expires_at). If it does not respond reliably and in time, do not sign:
///
/// ```
/// use std::io;
/// use wechatpay_membercard::{InspectedMessage, Refusal, RefusalCode};
///
/// /// `store` inserts a nonce, and returns whether it is new.
/// fn remember(
///     inspected: &InspectedMessage,
///     store: impl FnOnce(&str, i64) -> io::Result<bool>,
/// ) -> Result<(), Refusal> {
///     match store(inspected.nonce_str(), inspected.expires_at()) {
///         Ok(true) => Ok(()),
///         Ok(false) => Err(Refusal::new(RefusalCode::ReplayedNonce)),
///         Err(_) => Err(Refusal::new(RefusalCode::NonceStoreUnavailable)),
///     }
/// }
/// # let message = b"PATCH\n/v3/marketing/membercard-open/cards/p1\n9\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n";
/// # let expectations = wechatpay_membercard::Expectations::new(["p1"]).now_seconds(9);
/// # let inspected = wechatpay_membercard::inspect_message(message, &expectations)?;
/// # assert!(remember(&inspected, |nonce, expires_at| Ok(nonce.len() == 32 && expires_at == 309)).is_ok());
/// # let away = remember(&inspected, |_, _| Err(io::ErrorKind::TimedOut.into())).unwrap_err();
/// # assert_eq!(away.code, RefusalCode::NonceStoreUnavailable);
/// # assert!(remember(&inspected, |_, _| Ok(false)).is_err());
/// # Ok::<(), wechatpay_membercard::Refused>(())
/// ```
#[derive(Clone, Debug)]
pub struct NonceMemory {
    capacity: usize,
    nonces: BTreeSet<Arc<str>>,
    by_expiry: BTreeSet<(i64, Arc<str>)>,
    /// The latest expiry of a forgotten nonce. If the clock is set back, messages up to this time stay refused.
    forgotten_until: i64,
}

impl NonceMemory {
    /// An empty memory for at most `capacity` nonces of at most [`MAX_NONCE_LENGTH`](super::MAX_NONCE_LENGTH)
    /// characters.
    pub fn new(capacity: usize) -> NonceMemory {
        NonceMemory {
            capacity,
            nonces: BTreeSet::new(),
            by_expiry: BTreeSet::new(),
            forgotten_until: i64::MIN,
        }
    }

    /// Remembers the nonce of an accepted message that is about to be signed, until `expires_at`
    /// ([`InspectedMessage::expires_at`](super::InspectedMessage::expires_at)). Times are Unix seconds.
    ///
    /// # Errors
    ///
    /// Do not sign the message if this fails: [`ReplayedNonce`](RefusalCode::ReplayedNonce) if the nonce was used
    /// before, [`ExpiredNonce`](RefusalCode::ExpiredNonce) if `expires_at` has passed,
    /// [`NonceMemoryFull`](RefusalCode::NonceMemoryFull), or [`MalformedNonce`](RefusalCode::MalformedNonce) and
    /// [`NonceLength`](RefusalCode::NonceLength) for nonces that no inspection accepts.
    pub fn remember(&mut self, nonce_str: &str, expires_at: i64, now_seconds: i64) -> Result<(), Refusal> {
        nonce::nonce_str(nonce_str, 1, &mut Vec::new())?;
        self.forget_expired(now_seconds);
        if self.nonces.contains(nonce_str) {
            return Err(Refusal::new(RefusalCode::ReplayedNonce));
        }
        if expires_at <= now_seconds.max(self.forgotten_until) {
            return Err(Refusal::new(RefusalCode::ExpiredNonce));
        }
        if self.nonces.len() >= self.capacity {
            return Err(Refusal::new(RefusalCode::NonceMemoryFull).with("capacity", self.capacity));
        }
        let nonce: Arc<str> = nonce_str.into();
        self.nonces.insert(nonce.clone());
        self.by_expiry.insert((expires_at, nonce));
        Ok(())
    }

    /// The number of nonces, including expired ones that the next call of [`remember`](NonceMemory::remember) will
    /// drop.
    pub fn len(&self) -> usize {
        self.nonces.len()
    }

    /// Whether the memory is empty.
    pub fn is_empty(&self) -> bool {
        self.nonces.is_empty()
    }

    fn forget_expired(&mut self, now_seconds: i64) {
        while let Some((expires_at, nonce)) = self.by_expiry.pop_first() {
            if expires_at > now_seconds {
                self.by_expiry.insert((expires_at, nonce));
                break;
            }
            self.nonces.remove(&nonce);
            self.forgotten_until = self.forgotten_until.max(expires_at);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    fn code(result: Result<(), Refusal>) -> Option<RefusalCode> {
        result.err().map(|refusal| refusal.code)
    }

    #[test]
    fn a_nonce_is_forgotten_when_its_message_is_stale_and_not_before() {
        let mut memory = NonceMemory::new(1);
        assert_eq!(code(memory.remember("a", 300, 0)), None);
        assert_eq!(code(memory.remember("a", 599, 299)), Some(RefusalCode::ReplayedNonce));
        assert_eq!(code(memory.remember("b", 599, 299)), Some(RefusalCode::NonceMemoryFull));
        assert_eq!(code(memory.remember("b", 599, 300)), None);
        assert_eq!(memory.len(), 1);
    }

    #[test]
    fn a_clock_that_is_set_back_revives_nothing() {
        let mut memory = NonceMemory::new(10);
        assert_eq!(code(memory.remember("a", 300, 0)), None);
        assert_eq!(code(memory.remember("b", 900, 700)), None);
        assert_eq!(memory.len(), 1);
        assert_eq!(code(memory.remember("a", 300, 0)), Some(RefusalCode::ExpiredNonce));
        assert_eq!(code(memory.remember("a", 301, 0)), None, "another message than the forgotten one");
    }

    #[test]
    fn what_no_inspection_accepts_is_not_remembered() {
        let mut memory = NonceMemory::new(10);
        assert_eq!(code(memory.remember("a", 300, 300)), Some(RefusalCode::ExpiredNonce));
        assert_eq!(code(memory.remember("", 300, 0)), Some(RefusalCode::NonceLength));
        assert_eq!(code(memory.remember(&"a".repeat(129), 300, 0)), Some(RefusalCode::NonceLength));
        assert_eq!(code(memory.remember("a\n", 300, 0)), Some(RefusalCode::MalformedNonce));
        assert_eq!(code(NonceMemory::new(0).remember("a", 300, 0)), Some(RefusalCode::NonceMemoryFull));
        assert!(memory.is_empty());
        assert_eq!(code(memory.remember("a", i64::MAX, i64::MIN)), None);
        assert!(!memory.is_empty());
    }

    proptest! {
        #![proptest_config(crate::guard::tests::proptest_config())]

        #[test]
        fn no_message_passes_twice_with_any_clock(
            messages in prop::collection::vec((0u8..6, 1i64..50, -60i64..60), 1..200),
            capacity in 0usize..5,
        ) {
            let mut memory = NonceMemory::new(capacity);
            let mut passed: HashMap<(u8, i64), ()> = HashMap::new();
            for (nonce, expires_at, now) in messages {
                if memory.remember(&nonce.to_string(), expires_at, now).is_ok() {
                    prop_assert!(passed.insert((nonce, expires_at), ()).is_none());
                }
                prop_assert!(memory.len() <= capacity);
                prop_assert_eq!(memory.nonces.len(), memory.by_expiry.len());
            }
        }
    }
}
