//! Inspects bytes as a message to sign. The guard accepts exactly the messages of prepared requests: preparing a
//! request from the parts of an accepted message gives the same message.

use wechatpay_membercard::membercard_open::CardUpdate;
use wechatpay_membercard::{Locale, RequestOptions, inspect_message};

use crate::options::validator;
use crate::promises::lenient;

/// Inspects arbitrary bytes.
pub fn run(data: &[u8]) {
    let Some((bits, message)) = data.split_first() else { return };
    let validator = validator(*bits, None);
    match inspect_message(message, &lenient(validator.clone(), message)) {
        Ok(inspected) => {
            let options = RequestOptions {
                timestamp: Some(inspected.timestamp()),
                nonce_str: Some(inspected.nonce_str().into()),
                ..RequestOptions::new(
                    inspected.card_id(),
                    "1900007291",
                    "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
                )
            };
            let report = validator.validate_json(inspected.body().as_bytes());
            let request = report.prepare(&options).expect("what is accepted can be prepared");
            assert_eq!(request.message().as_bytes(), message);
            assert_eq!(inspected.message().as_bytes(), message);
            assert!(inspected.value::<CardUpdate>().is_some());
        }
        Err(refused) => {
            assert!(!refused.refusals().is_empty());
            for refusal in refused.refusals() {
                for locale in [Locale::Zh, Locale::En] {
                    let words = refusal.message(locale);
                    assert!(!words.is_empty());
                }
            }
        }
    }
}
