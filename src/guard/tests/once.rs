//! One memory shared by guards with different settings.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::guard::NonceMemory;

/// Whether a guard with that tolerance signs a message of that time at the current time.
fn signs(memory: &mut NonceMemory, timestamp: i64, tolerance: u64, now: i64) -> bool {
    let message = message("PATCH", PATH, &timestamp.to_string(), NONCE, BODY);
    let expectations = expectations().now_seconds(now).tolerance_seconds(tolerance);
    let inspected = inspect_message(message.as_bytes(), &expectations);
    inspected
        .is_ok_and(|inspected| memory.remember(inspected.nonce_str(), inspected.expires_at(), now).is_ok())
}

#[test]
fn a_strict_guard_does_not_make_the_memory_forget_for_a_lenient_one() {
    let mut memory = NonceMemory::new(10);
    assert!(signs(&mut memory, NOW, 60, NOW));
    assert!(!signs(&mut memory, NOW, 300, NOW + 61));
    assert!(!signs(&mut memory, NOW, 300, NOW + 299));
}

proptest! {
    #![proptest_config(proptest_config())]

    #[test]
    fn no_message_is_signed_twice_with_any_tolerances_and_clocks(
        attempts in prop::collection::vec((-400i64..400, prop_oneof![0u64..700, Just(u64::MAX)], -800i64..800), 1..60),
        capacity in 1usize..5,
    ) {
        let mut memory = NonceMemory::new(capacity);
        let mut signed = HashSet::new();
        for (timestamp, tolerance, now) in attempts {
            // Few distinct times, so that messages repeat.
            let timestamp = NOW + timestamp / 100 * 100;
            if signs(&mut memory, timestamp, tolerance, NOW + now) {
                prop_assert!(signed.insert(timestamp), "{timestamp}");
            }
        }
    }
}
