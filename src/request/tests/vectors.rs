//! Test vectors of WeChat Pay's signing tutorials, with the public key that they print.

use rsa::pkcs8::DecodePublicKey;
use rsa::{Pkcs1v15Sign, PublicKey};
use sha2::{Digest, Sha256};

use super::{NONCE_STR, TIMESTAMP};
use crate::endpoint::Scheme;
use crate::request::Signature;
use crate::request::message::Message;

const PUBLIC_KEY: &str = "\
-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAptpm+qvIDCh/9wjU26SQ
CK26ogYkBhDrYxnAaw2JbbBsp1oDbHKk+1r381NeBUG2HEFAuU+Fr72u5ot3yKdz
oF/FajAzQNKnm569/D3upKoi8mYBaST15Uig8j8qoUW1U217LL0jEHlSnHV3lcaD
TXqDpTRR4Bfz9IqOgJgFZ8/oTfEomSrjrLYef81Eyxr7ZIMQXEKKEK7V4UXKS0+/
fDsiG/cXidhzt8UbTL9vqXqxM2+IDImyO+FAc/tkBG55LmzxPto1Nq0WbnZzRM/w
Tzrd0I/8NlevxtFbphg4evlHjFNI7+GrqR87ViEwuAJJ9Je5QQjct5YJfFRWiZ5C
MQIDAQAB
-----END PUBLIC KEY-----
";

/// A request, the length of its message in bytes, and its signature.
struct Vector {
    method: &'static str,
    path: &'static str,
    body: &'static str,
    length: usize,
    signature: &'static str,
}

const VECTORS: [Vector; 3] = [
    // A body with Chinese.
    Vector {
        method: "POST",
        path: "/v3/pay/transactions/jsapi",
        body: r#"{"appid":"wxd678efh567hg6787","mchid":"1900007291","description":"Image形象店-深圳腾大-QQ公仔","out_trade_no":"1217752501201407033233368018","notify_url":"https://www.weixin.qq.com/wxpay/pay.php","amount":{"total":100,"currency":"CNY"},"payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}}"#,
        length: 372,
        signature: "jnks4dlrPw3ZX+ozVvSK39oa0t7OMBsg83BHAwd8BRdUFiVaQNTLTvci+wURgP1OQBbKYhFGvt7iqYpDSTQkp7Uq1sltaQKyncCyrA1g88m5bsKERQfPyT0ahSwKTYJ1CAn9QiJuSJRq1QsQs07eehbU/k9BCS51jTyc1Jpsi2H77HF9f/BnjXAOP3/sPObg6V5Ee4EzwLox684hhuMuIwHo7D8KFk3LIHOKDcNI4It1aCXydFWNpNK+SG86VUDe5kwoDpw4Ulqfu9z8OFDGbDs9TCxEv8iqQzbpxOlEVoOe2kalSYM5kApQb3nZcxdUtoE0liJGW3RGUNE0t4v01A==",
    },
    // No body.
    Vector {
        method: "GET",
        path: "/v3/refund/domestic/refunds/123123123123",
        body: "",
        length: 90,
        signature: "Lc9VXxmeonkdV8Xk9tmigQFLhl0vRWTerdmoRu01aAnYwIrD/5nsSwE1WlmZGLRlAFTNQ3QsMa0+VRDlJp1Wp5p0nO8EK68b5sJBbjouxaFciIfq1zfDWWz+jqhcMoKXI1A6dPm1AW7D4d30WsMTNzp6g23OXakIsh9LO3lUmwvTuE0BY8ncf6tNGk4wKmvXwERd/ZpoQY3MAVKz+Nakwc+2XBmzT66KcUehU5kr4IvGa/lEU5RZb/q00zP9VLdBhC/jQSX3X1UcJLCtEc4gTmib4tnmAT+bHF/e17ZAuxDNcx6rqT8gNEXqaJGG+1OflMSTU2tpyG65G4dMKdFcoA==",
    },
    // An image upload, whose description is the body.
    Vector {
        method: "POST",
        path: "/v3/marketing/favor/media/image-upload",
        body: r#"{"filename":"wechatpay_logo.png","sha256":"d2973a45b1d528c21ebb77792ef3fcea40fa9a4e04a17e35369102ba9c84c8b1"}"#,
        length: 198,
        signature: "GKKF+5+eeGuZOZ6MWLn7t7sMRTNbdnCTVqwP+dRx+p+Th+FueUXUVIsY7SOGj3oHWspCrBcZPl+eB/YelgTgImbZV8LvsiJhKt5+wm4P/qssX0ziNJfqLMfp+tgaa75VY89ctNqonRKOGbzvg/TaL3PaG2IlLUHsNtkXTe1GYdeOwsXV25DeI4nU2TsV0Z+ZbryNPtofCNWK35+WG8Cb95ffDAK+4HhJ9A+GCW4FpOLiqFo1DfIV24cINcBhbI7BTD3tThb7PMagFEpFGT8Gd+kLLFNAZYyObcQ1/rmvCFffyv8Ut+Vw+wkiv6mQ0gTorINrgGbf8v1/wU/22em0lg==",
    },
];

fn verifies(message: &str, signature: &Signature) -> bool {
    let key = PublicKey::from_public_key_pem(PUBLIC_KEY).unwrap();
    let digest = Sha256::digest(message);
    key.verify(Pkcs1v15Sign::new::<Sha256>(), &digest, signature.as_bytes()).is_ok()
}

#[test]
fn messages_are_those_that_were_signed() {
    for Vector { method, path, body, length, signature } in VECTORS {
        let message = Message::new(method, path, TIMESTAMP, NONCE_STR, body);
        assert_eq!(message.as_str().len(), length);
        assert_eq!((message.path(), message.body()), (path, body));
        let signature = Signature::from_base64(signature).unwrap();
        assert_eq!(signature.check(Scheme::Rsa), Ok(()));
        assert!(verifies(message.as_str(), &signature), "{path}");
        assert!(!verifies(message.as_str().trim_end_matches('\n'), &signature), "{path}");
        assert!(!verifies(&message.as_str().replace('\n', "\r\n"), &signature), "{path}");
    }
}
