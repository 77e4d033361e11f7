//! The fourth line: the nonce.

use super::code::RefusalCode;
use super::excerpt::excerpt;
use super::refusal::Refusal;
use crate::issue::Issue;
use crate::request::check;

/// The default minimum length of nonces. Shorter ones may collide, or not be random.
///
/// This is this crate's own policy: WeChat Pay documents no minimum. Prepared requests have nonces of 32 characters.
pub const MIN_NONCE_LENGTH: usize = 16;

/// The maximum length of nonces, which keeps a [`NonceMemory`](super::NonceMemory) small.
///
/// This is this crate's own policy, too. More than 32 characters cause a warning.
pub const MAX_NONCE_LENGTH: usize = 128;

/// Checks a nonce and collects its warnings.
pub(super) fn nonce_str<'a>(
    text: &'a str,
    min: usize,
    warnings: &mut Vec<Issue>,
) -> Result<&'a str, Refusal> {
    let issue = check::nonce_str(text);
    if text.is_empty() || text.len() > MAX_NONCE_LENGTH || text.chars().count() < min {
        let refusal = Refusal::new(RefusalCode::NonceLength).with("min", min).with("max", MAX_NONCE_LENGTH);
        return Err(refusal.with("actual", text.chars().count()));
    }
    if issue.as_ref().is_some_and(Issue::is_error) {
        return Err(Refusal::new(RefusalCode::MalformedNonce).with("actual", excerpt(text)));
    }
    warnings.extend(issue);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::IssueCode;

    fn code(text: &str) -> Option<RefusalCode> {
        nonce_str(text, MIN_NONCE_LENGTH, &mut Vec::new()).err().map(|refusal| refusal.code)
    }

    #[test]
    fn the_usual_form() {
        let mut warnings = Vec::new();
        assert!(nonce_str("593BEC0C930BF1AFEB40B4A08C8FB242", MIN_NONCE_LENGTH, &mut warnings).is_ok());
        assert_eq!(warnings, []);
        assert!(nonce_str(&"a".repeat(33), MIN_NONCE_LENGTH, &mut warnings).is_ok());
        assert_eq!(warnings[0].code, IssueCode::NonceStrLong);
    }

    #[test]
    fn lengths() {
        assert_eq!(code(""), Some(RefusalCode::NonceLength));
        assert_eq!(code(&"a".repeat(15)), Some(RefusalCode::NonceLength));
        assert_eq!(code(&"a".repeat(16)), None);
        assert_eq!(code(&"a".repeat(128)), None);
        assert_eq!(code(&"a".repeat(129)), Some(RefusalCode::NonceLength));
        assert!(nonce_str("a", 0, &mut Vec::new()).is_ok());
        assert!(nonce_str("", 0, &mut Vec::new()).is_err());
    }

    #[test]
    fn characters_that_break_out() {
        for odd in ["\"", "\\", " ", "\r", "\0", "\t", "随", "\u{7f}", "０", "\u{200b}"] {
            let text = ["593BEC0C930BF1AFEB40", odd].concat();
            assert_eq!(code(&text), Some(RefusalCode::MalformedNonce), "{text:?}");
        }
    }
}
