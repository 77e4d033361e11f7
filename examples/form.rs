//! Edits a card in a form session, which checks every edit at once.
//!
//! ```sh
//! cargo run --example form
//! ```

use std::error::Error;

use wechatpay_membercard::{CardForm, Locale, Path, Validator};

/// The card as `GET …/cards/{card_id}` returned it.
const CARD: &str =
    r#"{ "title": "会员卡", "service_phone": "0755-12345677", "code_mode": "SYSTEM_ALLOCATE" }"#;

/// Edits a card, and prints what the form would show.
pub fn main() -> Result<(), Box<dyn Error>> {
    let mut form = CardForm::new(Validator::new().current_json(CARD));
    let title = Path::from(["title"]);

    // What an input holds while its user types.
    for text in ["微信支付会员卡", "微信支付会员卡 2026 新年"] {
        let changes = form.enter(&title, text)?;
        let state = form.field(&title)?;
        println!("{text}: {}/{} 字", state.count.unwrap_or(0), state.limit.unwrap_or(0));
        for issue in changes.appeared {
            println!("    {}", issue.message(Locale::Zh));
        }
    }
    form.enter(&title, "新年会员卡")?;
    println!("{}", form.patch()); // only what differs from the card
    assert!(form.validate().is_valid());
    Ok(())
}
