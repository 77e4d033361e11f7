use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE};

use crate::endpoint::Scheme;
use crate::request::{Signature, SignatureError};

fn check(bytes: &[u8], scheme: Scheme) -> Result<(), SignatureError> {
    Signature::from_bytes(bytes).unwrap().check(scheme)
}

#[test]
fn base64_is_read_strictly() {
    let bytes: Vec<u8> = (0..=255).collect();
    let text = STANDARD.encode(&bytes);
    let read = Signature::from_base64;
    assert_eq!(read(&text).unwrap().as_bytes(), bytes);
    assert_eq!(read(&text).unwrap().to_base64(), text);

    assert_eq!(read(""), Err(SignatureError::Empty));
    for (wrong, position) in
        [(format!(" {text}"), 0), (format!("{text}\n"), 344), (text.replacen('B', "\r\n", 1), 8)]
    {
        assert_eq!(read(&wrong), Err(SignatureError::ContainsWhitespace { position }), "{wrong:?}");
    }
    assert_eq!(read("AA\0A"), Err(SignatureError::ContainsWhitespace { position: 2 }));
    assert_eq!(read("AA A\u{3000}"), Err(SignatureError::ContainsWhitespace { position: 2 }));
    for (wrong, position) in
        [("AAA\"", 3), ("\"AAAA\"", 0), ("AA字A", 2), ("A=AA", 1), ("AAAA====", 4), ("AB==", 1)]
    {
        assert_eq!(read(wrong), Err(SignatureError::NotBase64 { position }), "{wrong:?}");
    }
    for cut in [&text[..342], &text[..343], &text[..341], "AAA"] {
        assert_eq!(read(cut), Err(SignatureError::WrongPadding), "{cut:?}");
    }
    assert_eq!(read(&STANDARD_NO_PAD.encode(&bytes)), Err(SignatureError::WrongPadding));
}

#[test]
fn other_encodings_are_recognized() {
    let url_safe = URL_SAFE.encode([0xFB; 256]);
    assert_eq!(Signature::from_base64(&url_safe), Err(SignatureError::LooksLikeBase64Url));
    assert_eq!(Signature::from_base64(&url_safe.replace('=', "")), Err(SignatureError::LooksLikeBase64Url));
    for hex in ["3045022100aB".repeat(4), "AF".repeat(256)] {
        assert_eq!(Signature::from_base64(&hex), Err(SignatureError::LooksLikeHex));
    }
}

#[test]
fn what_else_a_signer_has_is_recognized_and_not_repeated() {
    const SECRET: &str = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC";
    for (text, expected) in [
        (
            format!("-----BEGIN PRIVATE KEY-----\n{SECRET}\n-----END PRIVATE KEY-----"),
            SignatureError::LooksLikePem,
        ),
        (format!("\n-----BEGIN CERTIFICATE-----\\n{SECRET}"), SignatureError::LooksLikePem),
        (
            format!("WECHATPAY2-SHA256-RSA2048 mchid=\"1\",signature=\"{SECRET}\""),
            SignatureError::LooksLikeHeader,
        ),
        (
            format!("Authorization: WECHATPAY2-SM2-WITH-SM3 signature=\"{SECRET}\""),
            SignatureError::LooksLikeHeader,
        ),
    ] {
        assert_eq!(Signature::from_base64(&text), Err(expected), "{text}");
        assert_eq!(Signature::from_bytes(text.as_bytes()), Err(expected), "{text}");
        assert!(!expected.to_string().contains(SECRET));
    }
}

#[test]
fn lengths_that_others_have_are_named() {
    let message = |length: usize| check(&vec![0xFB; length], Scheme::Rsa).unwrap_err().to_string();
    assert_eq!(message(255), "an RSA signature has 256 bytes, this one has 255");
    for (length, word) in [(32, "digest"), (64, "elliptic-curve"), (71, "ECDSA"), (512, "2048 bits")] {
        assert!(message(length).contains(word), "{}", message(length));
    }
}

#[test]
fn text_in_place_of_bytes_is_recognized() {
    let text = STANDARD.encode([7; 256]);
    for scheme in [Scheme::Rsa, Scheme::Sm2] {
        assert_eq!(check(text.as_bytes(), scheme), Err(SignatureError::EncodedTwice));
        assert_eq!(check("0a".repeat(256).as_bytes(), scheme), Err(SignatureError::EncodedTwice));
    }
    assert_eq!(check(&[b'x'; 256], Scheme::Rsa), Ok(()), "256 bytes are never doubted");
}

#[test]
fn rsa_signatures_have_256_bytes() {
    assert_eq!(check(&[0xFB; 256], Scheme::Rsa), Ok(()));
    for actual in [1, 64, 128, 255, 257, 384, 512] {
        let expected = SignatureError::WrongLength { expected: 256, actual };
        assert_eq!(check(&vec![0xFB; actual], Scheme::Rsa), Err(expected));
    }
    assert_eq!(Signature::from_bytes(&[]), Err(SignatureError::Empty));
}

/// The DER encoding of two INTEGERs with these contents.
fn der(r: &[u8], s: &[u8]) -> Vec<u8> {
    let integer = |content: &[u8]| [&[2, content.len() as u8], content].concat();
    let content = [integer(r), integer(s)].concat();
    [&[0x30, content.len() as u8], content.as_slice()].concat()
}

fn number(first: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = first.to_vec();
    bytes.resize(length, 0xFB);
    bytes
}

#[test]
fn sm2_signatures_are_der() {
    let whole = number(&[0, 0x80], 33);
    for (r, s) in [
        (&whole, &whole),
        (&number(&[0x7F], 32), &whole),
        (&vec![1], &vec![0x7F]),
        (&vec![0, 0x80], &vec![9]),
    ] {
        assert_eq!(check(&der(r, s), Scheme::Sm2), Ok(()), "{r:?} {s:?}");
    }
}

#[test]
fn anything_but_der_is_explained() {
    let usual = der(&number(&[0, 0x80], 33), &number(&[0x7F], 32));
    let one = [1];
    let with = |at: usize, byte| {
        let mut bytes = usual.clone();
        bytes[at] = byte;
        bytes
    };
    let longer = |extra: &[u8]| [usual.as_slice(), extra].concat();
    for (bytes, part) in [
        (vec![0x30], "does not begin"),
        (vec![0xFB; 256], "does not begin"),
        (with(0, 0x31), "does not begin"),
        (with(1, 0x7F), "does not begin"),
        (with(1, 0x80), "does not begin"),
        ([&[0x30, 0x81, usual[1]], &usual[2..]].concat(), "does not begin"),
        (usual[..usual.len() - 1].to_vec(), "does not begin"),
        (vec![0x5A; 63].into_iter().chain([0x80]).collect(), "r and s alone"),
        (longer(&[0]), "follows the SEQUENCE"),
        (vec![0x30, 0], "r is not an INTEGER"),
        (with(2, 3), "r is not an INTEGER"),
        (with(3, 0x7F), "r is not an INTEGER"),
        (with(37, 3), "s is not an INTEGER"),
        (vec![0x30, 3, 2, 1, 1], "s is not an INTEGER"),
        (vec![0x30, 9, 2, 1, 1, 2, 1, 1, 2, 1, 1], "follows s"),
        (der(&[], &one), "empty"),
        (der(&one, &[]), "empty"),
        (der(&[0], &one), "is zero"),
        (der(&one, &[0x80]), "negative"),
        (der(&one, &number(&[0xFF], 32)), "negative"),
        (der(&[0, 1], &one), "leading zeros"),
        (der(&[0, 0, 0x80], &one), "leading zeros"),
        (der(&number(&[1], 33), &one), "longer than 256 bits"),
        (der(&one, &number(&[0, 0x80], 34)), "longer than 256 bits"),
    ] {
        match check(&bytes, Scheme::Sm2) {
            Err(SignatureError::NotDer { reason }) => {
                assert!(reason.en.contains(part), "{bytes:02X?}: {reason:?}")
            }
            other => panic!("{bytes:02X?}: {other:?}"),
        }
    }
}

#[test]
fn cut_or_changed_der_never_panics() {
    let usual = der(&number(&[0, 0x80], 33), &number(&[0x7F], 32));
    for length in 1..usual.len() {
        assert!(check(&usual[..length], Scheme::Sm2).is_err());
        for byte in [0, 0x7F, 0x80, 0xFF] {
            let mut bytes = usual.clone();
            bytes[length] = byte;
            let _ = check(&bytes, Scheme::Sm2);
        }
    }
}
