//! Prepares an update, signs it with a merchant's private key, and prints the request for any HTTP client.
//!
//! ```sh
//! cargo run --example sign apiclient_key.pem    # without a key: with one made for this run
//! ```

use std::error::Error;
use std::{env, fs};

use getrandom::SysRng;
use rsa::pkcs8::DecodePrivateKey;
use rsa::{Pkcs1v15Sign, PrivateKey};
use sha2::{Digest, Sha256};
use wechatpay_membercard::membercard_open::CardUpdate;
use wechatpay_membercard::{RequestOptions, Validator};

/// Prints a signed request.
pub fn main() -> Result<(), Box<dyn Error>> {
    let key = match env::args().nth(1).filter(|name| name.ends_with(".pem")) {
        Some(file) => PrivateKey::from_pkcs8_pem(&fs::read_to_string(file)?)?,
        None => PrivateKey::new(&mut SysRng, 2048)?,
    };
    let update = CardUpdate { title: Some("微信支付测试卡".into()), ..Default::default() };
    let options = RequestOptions::new(
        "pbLatjvWOibDc5-TBnbUk1pD12o0",
        "1900007291",
        "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
    );
    let prepared = Validator::new().validate(&update).prepare(&options)?;

    // The signer gets the exact bytes to sign. The key never enters the crate: a KMS does as well.
    let request =
        prepared.sign_with(|message, _| key.sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message)))?;
    println!("{} {}", request.method, request.url);
    for (name, value) in &request.headers {
        println!("{name}: {value}");
    }
    println!("\n{}", request.body);
    Ok(())
}
