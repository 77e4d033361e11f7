//! Options of a migration.

use wechatpay_membercard::Locale;

use crate::bridge::macros::record;

record! {
    /// The options of a migration; the card follows, as JSON text.
    input pub struct MigrationRequest<'i> {
        /// The language of messages.
        locale: Locale,
        /// The name of the endpoint, if the module has several.
        api: Option<&'i str>,
    }
}
