//! The judge: one payload in, all its issues and its canonical form out.

use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::check::{self, IMAGE_HOSTS, UnknownKeys};
use crate::findings::Findings;
use crate::issue::{Issue, IssueCode, Location, Texts};
use crate::json::{self, Document, Notation, Style, Value};
#[cfg(feature = "request")]
use crate::request::{PreparedRequest, RequestError, RequestOptions};
use crate::rules::{Facts, Side, Verdicts, rules_of};
use crate::schema::{CARD_UPDATE, CardState, CardUpdate, Kind};

/// The type of an update.
pub(crate) static UPDATE: Kind = Kind::Object(&CARD_UPDATE);

/// The functions of the npm package that take JSON text.
static TAKE_JSON: &[&str] = &["validateJson", "prepareJson"];

/// Which of the two official pages of the API applies. They disagree on `code_mode`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// 普通服务商, a service provider: `code_mode` is optional and the two merchant modes may replace each other.
    #[default]
    Partner,
    /// 普通商户, a merchant: `code_mode` is marked as required and as unchangeable.
    Merchant,
}

/// Validates updates.
///
/// ```
/// use wechatpay_membercard::{IssueCode, Validator};
///
/// let report = Validator::new().validate_json(r#"{"title": "一二三四五六七八九十一二"}"#.as_bytes());
/// assert!(!report.is_valid());
/// assert_eq!(report.issues()[0].code, IssueCode::TooLong);
/// assert_eq!(report.issues()[0].pointer(), "/title");
/// ```
#[derive(Clone, Debug)]
pub struct Validator {
    current: Option<String>,
    image_hosts: Texts,
    unknown_keys: UnknownKeys,
    profile: Profile,
    now: Option<i64>,
    china_time: bool,
}

impl Default for Validator {
    fn default() -> Validator {
        Validator {
            current: None,
            image_hosts: IMAGE_HOSTS.into(),
            unknown_keys: UnknownKeys::default(),
            profile: Profile::default(),
            now: system_now(),
            china_time: false,
        }
    }
}

/// The system's clock, where there is one.
fn system_now() -> Option<i64> {
    if !cfg!(feature = "host") {
        return None;
    }
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}

impl Validator {
    /// A validator of updates whose card is not known, at the present of the system's clock (with the feature `host`).
    pub fn new() -> Validator {
        Validator::default()
    }

    /// Turns on the rules against the card's current state.
    #[must_use]
    pub fn current(self, state: &CardState) -> Validator {
        let json = serde_json::to_string(state).unwrap_or_default();
        self.current_json(json)
    }

    /// Turns on the rules against the card's current state, given as the JSON that
    /// `GET /v3/marketing/membercard-open/cards/{card_id}` returned. What cannot be read in it is reported by every
    /// validation, at [`Location::Current`], and so is what has no field of a card: an envelope around the answer, or an
    /// answer that tells an error. What the state does not hold is unknown, and no rule makes an error of it.
    #[must_use]
    pub fn current_json(mut self, state: impl Into<String>) -> Validator {
        self.current = Some(state.into());
        self
    }

    /// Replaces the hosts that images may have, by default [`IMAGE_HOSTS`].
    #[must_use]
    pub fn image_hosts<H: Into<String>>(mut self, hosts: impl IntoIterator<Item = H>) -> Validator {
        self.image_hosts = hosts.into_iter().map(Into::into).collect::<Vec<String>>().into();
        self
    }

    /// Chooses what becomes of keys that the API does not list, by default [`UnknownKeys::Warn`]. An update without
    /// any other key is an error ([`IssueCode::NoKnownField`]) whatever is chosen.
    ///
    /// ```
    /// use wechatpay_membercard::{IssueCode, UnknownKeys, Validator};
    /// let json = r#"{"title": "会员卡", "remark": "x"}"#.as_bytes();
    /// let with = |unknown_keys| Validator::new().unknown_keys(unknown_keys).validate_json(json);
    /// assert_eq!(with(UnknownKeys::Warn).body(), Some(r#"{"title":"会员卡","remark":"x"}"#));
    /// assert_eq!(with(UnknownKeys::Refuse).body(), None);
    /// assert_eq!(with(UnknownKeys::Drop).body(), Some(r#"{"title":"会员卡"}"#));
    /// assert_eq!(with(UnknownKeys::Drop).issues()[0].code, IssueCode::UnknownKeyDropped);
    /// ```
    #[must_use]
    pub fn unknown_keys(mut self, unknown_keys: UnknownKeys) -> Validator {
        self.unknown_keys = unknown_keys;
        self
    }

    /// Chooses the official page that applies.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Validator {
        self.profile = profile;
        self
    }

    /// Sets the present, in milliseconds since the epoch; `None` leaves out what depends on it.
    #[must_use]
    pub fn now(mut self, milliseconds: impl Into<Option<i64>>) -> Validator {
        self.now = milliseconds.into();
        self
    }

    /// Writes every time of the canonical form with the offset `+08:00`; by default times stay as given. The moment
    /// never changes.
    #[must_use]
    pub fn china_time(mut self, china_time: bool) -> Validator {
        self.china_time = china_time;
        self
    }

    /// Validates a typed update.
    ///
    /// ```
    /// use wechatpay_membercard::{Validator, schema::{CardUpdate, CodeType}};
    ///
    /// let update = CardUpdate { title: Some("微信支付测试卡".into()), code_type: Some(CodeType::QrCode), ..Default::default() };
    /// let report = Validator::new().validate(&update);
    /// assert_eq!(report.body(), Some(r#"{"title":"微信支付测试卡","code_type":"QRCODE"}"#));
    /// ```
    pub fn validate(&self, update: &CardUpdate) -> Report {
        match serde_json::to_vec(update) {
            Ok(json) => self.validate_json(&json),
            Err(_) => Report::default(),
        }
    }

    /// Validates JSON text, read by the letter of RFC 8259.
    pub fn validate_json(&self, json: &[u8]) -> Report {
        self.judge(json, Notation::Json)
    }

    /// Validates a value of a host language that its binding wrote down: JSON in which the kind of a value that JSON
    /// has no word for stands between two U+0001. Kinds that begin with `!` tell what prevented reading: `!unreadable`,
    /// `!circular`, `!depth`, `!size`.
    pub fn validate_host(&self, text: impl AsRef<[u8]>) -> Report {
        self.judge(text.as_ref(), Notation::Host)
    }

    fn judge(&self, input: &[u8], notation: Notation) -> Report {
        let (state, mut unreadable) = self.card();
        let mut findings = Findings::default();
        let document = match json::parse(input, notation, &UPDATE, &mut findings) {
            Ok(document) => document,
            Err(issue) => {
                unreadable.insert(0, *issue);
                return Report { issues: unreadable, body: None };
            }
        };
        self.inspect(&document, state.as_ref(), &mut findings);
        let mut issues = findings.into_issues();
        if notation == Notation::Host && matches!(document.nodes()[0].value, Value::Text(_)) {
            name_functions_of_json(&mut issues);
        }
        issues.append(&mut unreadable);
        let is_valid = !issues.iter().any(Issue::is_error);
        let drops_unknown = self.unknown_keys == UnknownKeys::Drop;
        let style = Style { china_time: self.china_time, drops_unknown };
        let body = is_valid.then(|| json::canonical(&document, style));
        Report { issues, body }
    }

    fn inspect(&self, document: &Document<'_>, state: Option<&Document<'_>>, findings: &mut Findings) {
        for at in 0..document.nodes().len() {
            self.check(document, at, findings);
        }
        if document.table(0).is_none() {
            return;
        }
        let facts = self.facts(document, state);
        let mut verdicts = Verdicts::new(document, findings);
        for rule in rules_of(document) {
            (rule.check)(&facts, &mut verdicts);
        }
    }

    /// Checks one value by itself.
    pub(crate) fn check(&self, document: &Document<'_>, at: usize, findings: &mut Findings) {
        check::check(document, at, &self.image_hosts, self.unknown_keys, findings);
    }

    /// What the rules look at.
    pub(crate) fn facts<'d>(&self, update: &'d Document<'d>, card: Option<&'d Document<'d>>) -> Facts<'d> {
        Facts { update: Side(update), current: card.map(Side), profile: self.profile, now: self.now }
    }

    /// The card's current state, if it is known, and what could not be read in it.
    pub(crate) fn card(&self) -> (Option<Document<'_>>, Vec<Issue>) {
        let mut unreadable = Vec::new();
        let card = self.current.as_deref().and_then(|state| self.read_state(state, &mut unreadable));
        (card, unreadable)
    }

    /// Reads the card's state leniently: what is not understood is reported and counts as unknown.
    fn read_state<'s>(&self, state: &'s str, issues: &mut Vec<Issue>) -> Option<Document<'s>> {
        let mut findings = Findings::default();
        let document = match json::parse(state.as_bytes(), Notation::Host, &UPDATE, &mut findings) {
            Ok(document) => document,
            Err(issue) => {
                issues.push(issue.at(Location::Current));
                return None;
            }
        };
        let known = document.table(0).is_some();
        if let Some(issue) = known.then(|| check::not_a_card(&document)).flatten() {
            issues.push(issue.at(Location::Current));
            return None;
        }
        for at in 0..document.nodes().len() {
            check::check(&document, at, &self.image_hosts, UnknownKeys::Warn, &mut findings);
        }
        issues.extend(findings.into_issues().into_iter().filter(is_about_reading).map(|issue| {
            let severity =
                if issue.path.segments().is_empty() { issue.severity } else { crate::Severity::Warning };
            issue.severity(severity).at(Location::Current)
        }));
        known.then_some(document)
    }
}

/// Who hands in JSON text as a value may want another function.
fn name_functions_of_json(issues: &mut [Issue]) {
    for issue in issues.iter_mut().filter(|issue| issue.code == IssueCode::JsonInText) {
        issue.params.push("functions", Texts::from(TAKE_JSON).into());
    }
}

/// The card's state came from WeChat Pay, so its contents are not judged, only whether they could be read.
fn is_about_reading(issue: &Issue) -> bool {
    matches!(
        issue.code,
        IssueCode::WrongType
            | IssueCode::JsonInText
            | IssueCode::DuplicateKey
            | IssueCode::UnsupportedValue
            | IssueCode::Unreadable
            | IssueCode::Circular
            | IssueCode::JsonTooDeep
            | IssueCode::JsonTooLarge
    )
}

/// What a validation found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    issues: Vec<Issue>,
    body: Option<String>,
}

impl Report {
    /// Whether there is no error. Warnings do not make an update invalid.
    pub fn is_valid(&self) -> bool {
        self.body.is_some()
    }

    /// All issues, in document order.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// The canonical body, if the update is valid.
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// The update in its normal form, if it is valid. Keys that the API does not list are in [`body`](Report::body) only.
    pub fn value(&self) -> Option<CardUpdate> {
        self.body.as_deref().and_then(|body| serde_json::from_str(body).ok())
    }

    /// Builds the request that carries the body (with the feature `request`).
    ///
    /// ```
    /// use wechatpay_membercard::{RequestOptions, Validator};
    ///
    /// let options = RequestOptions {
    ///     timestamp: Some(1_554_208_460),
    ///     nonce_str: Some("593BEC0C930BF1AFEB40B4A08C8FB242".into()),
    ///     ..RequestOptions::new("pbLatjvWOibDc5-TBnbUk1pD12o0", "1900007291", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB")
    /// };
    /// let report = Validator::new().validate_json(br#"{ "service_phone": "0755-12345677" }"#);
    /// let request = report.prepare(&options)?;
    /// assert_eq!(request.body(), r#"{"service_phone":"0755-12345677"}"#);
    /// # Ok::<(), wechatpay_membercard::RequestError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RequestError::Invalid`] with every issue of the body and of the options if there is an error among them;
    /// [`RequestError::TimestampRequired`] and [`RequestError::NonceStrRequired`] if one is neither given nor to be
    /// had from the system.
    #[cfg(feature = "request")]
    pub fn prepare(self, options: &RequestOptions) -> Result<PreparedRequest, RequestError> {
        match self.body {
            Some(body) => match PreparedRequest::new(&body, options) {
                Ok(request) => Ok(request.with_body_warnings(self.issues)),
                Err(RequestError::Invalid(issues)) => {
                    Err(RequestError::Invalid([self.issues, issues].concat()))
                }
                Err(error) => Err(error),
            },
            None => Err(RequestError::Invalid([self.issues, options.check()].concat())),
        }
    }

    /// The canonical body and the warnings, or all issues.
    pub fn into_result(self) -> Result<(String, Vec<Issue>), Vec<Issue>> {
        match self.body {
            Some(body) => Ok((body, self.issues)),
            None => Err(self.issues),
        }
    }
}
