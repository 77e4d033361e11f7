//! The languages of labels, messages and explanations.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

/// A language of messages, by its BCP 47 tag.
///
/// It deserializes from any tag: see [`Locale::from_tag`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum Locale {
    /// Simplified Chinese, the language of WeChat Pay's documentation.
    #[default]
    #[serde(rename = "zh-CN")]
    Zh,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// The language for a BCP 47 tag: Chinese for `zh…` and for an empty tag, English for every other language.
    ///
    /// ```
    /// use wechatpay_membercard::Locale;
    /// assert_eq!(Locale::from_tag("zh-Hans-CN"), Locale::Zh);
    /// assert_eq!(Locale::from_tag("en-GB"), Locale::En);
    /// assert_eq!(Locale::from_tag("fr"), Locale::En);
    /// ```
    pub fn from_tag(tag: &str) -> Locale {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("zh") || tag.is_empty() { Locale::Zh } else { Locale::En }
    }

    /// The BCP 47 tag: `zh-CN` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::Zh => "zh-CN",
            Locale::En => "en",
        }
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Locale, D::Error> {
        let tag = Cow::<str>::deserialize(deserializer)?;
        Ok(Locale::from_tag(&tag))
    }
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// The Chinese text.
    pub zh: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Bilingual {
    /// The text in one language.
    pub const fn get(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }
}
