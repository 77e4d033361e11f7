//! Validates an update of a membership card, and prints every problem in both languages.
//!
//! ```sh
//! cargo run --example validate card.json    # without a file: a sample with three problems
//! ```

use std::error::Error;
use std::{env, fs};

use wechatpay_membercard::{Locale, Validator};

const SAMPLE: &str = r#"{
    "title": "微信支付 2026 新年测试卡",
    "code_type": "QR_CODE",
    "balance_information": { "need_balance": true, "balance_appid": "wxea9c30890f48d5ae" }
}"#;

/// Prints every problem of an update.
pub fn main() -> Result<(), Box<dyn Error>> {
    let json = match env::args().nth(1).filter(|name| name.ends_with(".json")) {
        Some(file) => fs::read(file)?,
        None => SAMPLE.into(),
    };
    let report = Validator::new().validate_json(&json);
    for issue in report.issues() {
        println!("{} {} {}", issue.severity, issue.code, issue.pointer());
        println!("    {}", issue.message(Locale::Zh));
        println!("    {}", issue.message(Locale::En));
    }
    match report.body() {
        Some(body) => println!("valid: {body}"),
        None => println!("not valid"),
    }
    Ok(())
}
