//! What a card is to be translated for.

use wechatpay_membercard::Locale;

use crate::bridge::macros::record;

record! {
    /// Where a card is to be moved; the card follows, as JSON text.
    input pub struct MigrationRequest<'i> {
        /// The language of messages.
        locale: Locale,
        /// The name of the endpoint, where the module has several.
        api: Option<&'i str>,
    }
}
