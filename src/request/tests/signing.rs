use std::error::Error;
use std::fmt;

use super::prepared;
use crate::request::{PreparedRequest, Signature, SignatureError, Signer, SigningError};

#[derive(Debug, PartialEq)]
struct Offline;

impl fmt::Display for Offline {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the key service is offline")
    }
}

impl Error for Offline {}

struct KeyService {
    online: bool,
}

impl Signer for KeyService {
    type Signature = Vec<u8>;
    type Error = Offline;

    fn sign(&self, message: &[u8], request: &PreparedRequest) -> Result<Vec<u8>, Offline> {
        assert_eq!(message, request.message().as_bytes());
        if self.online { Ok(vec![1; 256]) } else { Err(Offline) }
    }
}

#[test]
fn signers_and_closures_sign() {
    let request = prepared();
    let signature = Signature::from_bytes(&[1; 256]).unwrap();
    let expected = request.complete(signature.clone()).unwrap();

    assert_eq!(request.sign(&KeyService { online: true }).unwrap(), expected);
    let closure = |_: &[u8], _: &PreparedRequest| Ok::<_, Offline>(vec![1; 256]);
    assert_eq!(request.sign(&closure).unwrap(), expected);
    assert_eq!(request.sign_with(|_, _| Ok::<_, Offline>(signature.to_base64())).unwrap(), expected);
    assert_eq!(request.sign_with(|_, _| Ok::<_, Offline>(signature)).unwrap(), expected);

    let boxed: Box<dyn Signer<Signature = Vec<u8>, Error = Offline>> = Box::new(KeyService { online: true });
    assert_eq!(request.sign(&*boxed).unwrap(), expected);
}

#[test]
fn a_failing_signer_is_the_cause() {
    let error = prepared().sign(&KeyService { online: false }).unwrap_err();
    assert_eq!(error, SigningError::Signer(Offline));
    assert_eq!(error.source().unwrap().to_string(), "the key service is offline");
    let text = prepared().sign_with(|_, _| Err::<Vec<u8>, _>("no key")).unwrap_err();
    assert_eq!(text, SigningError::Signer("no key"), "errors may be of any type");
}

#[test]
fn an_unusable_signature_is_the_cause() {
    let error = prepared().sign_with(|_, _| Ok::<_, Offline>(vec![1; 255])).unwrap_err();
    let cause = SignatureError::WrongLength { expected: 256, actual: 255 };
    assert_eq!(error, SigningError::Signature(cause));
    assert_eq!(error.source().unwrap().to_string(), "an RSA signature has 256 bytes, this one has 255");
    let error = prepared().sign_with(|_, _| Ok::<_, Offline>(String::new())).unwrap_err();
    assert_eq!(error, SigningError::Signature(SignatureError::Empty));
}
