//! The judge: one payload in, all its issues and its canonical form out.

use std::time::SystemTime;

#[cfg(feature = "json")]
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::check::{self, Policy};
use super::conditions::evaluate;
use super::current::Current;
use crate::endpoint::{Context, Endpoint, Profile, Reporter, UnknownKeys, View};
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode, TextList, abridge};
use crate::json::{self, Document, HostValue, Nesting, Style, TextBuffer, Value, WrittenValue};
#[cfg(feature = "json")]
use crate::schema::Path;

/// The functions of the npm package that take JSON text.
static TAKE_JSON: &[&str] = &["validateJson", "prepareJson"];

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
    endpoint: &'static Endpoint,
    current: Option<Current>,
    image_hosts: TextList,
    unknown_keys: UnknownKeys,
    profile: Profile,
    now: Option<i64>,
    china_time: bool,
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
    /// A validator of an endpoint's payloads whose card is not known, at the present of the system's clock (with the
    /// feature `host`).
    pub fn of(endpoint: &'static Endpoint) -> Validator {
        Validator {
            endpoint,
            current: None,
            image_hosts: endpoint.image_hosts.into(),
            unknown_keys: endpoint.unknown_keys,
            profile: Profile::default(),
            now: system_now(),
            china_time: false,
        }
    }

    /// The endpoint whose payloads it validates.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Turns on the rules against the card's current state, such as a
    /// [`CardState`](crate::membercard_open::CardState).
    #[cfg(feature = "json")]
    #[must_use]
    pub fn current<T: Serialize + ?Sized>(self, state: &T) -> Validator {
        let json = serde_json::to_string(state).unwrap_or_default();
        self.current_json(json)
    }

    /// Turns on the rules against the card's current state, given as the JSON that
    /// `GET /v3/marketing/membercard-open/cards/{card_id}` returned. What cannot be read in it is reported by every
    /// validation, at [`Location::Current`](crate::Location::Current), and so is what has no field of a card: an envelope
    /// around the response, or a response that tells an error. What the state does not hold is unknown, and no rule makes
    /// an error of it.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn current_json(mut self, state: impl Into<String>) -> Validator {
        self.current = Some(Current::Json(state.into()));
        self
    }

    /// Turns on the rules against the card's current state, given as a value of a host language, as
    /// [`current_json`](Validator::current_json) does.
    #[must_use]
    pub fn current_value(mut self, state: WrittenValue) -> Validator {
        self.current = Some(Current::Value(state));
        self
    }

    /// Replaces the hosts that images may have, by default those of the endpoint.
    #[must_use]
    pub fn image_hosts<H: Into<String>>(mut self, hosts: impl IntoIterator<Item = H>) -> Validator {
        self.image_hosts = hosts.into_iter().map(Into::into).collect::<Vec<String>>().into();
        self
    }

    /// Chooses what becomes of keys that the API does not list, by default what the endpoint says:
    /// [`UnknownKeys::Warn`] for an update. An update without any other key is an error ([`IssueCode::NoKnownField`])
    /// whatever is chosen.
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

    /// Validates a typed update, or anything else that serializes.
    ///
    /// ```
    /// use wechatpay_membercard::{Validator, membercard_open::{CardUpdate, CodeType}};
    ///
    /// let update = CardUpdate { title: Some("微信支付测试卡".into()), code_type: Some(CodeType::QrCode), ..Default::default() };
    /// let report = Validator::new().validate(&update);
    /// assert_eq!(report.body(), Some(r#"{"title":"微信支付测试卡","code_type":"QRCODE"}"#));
    /// ```
    ///
    /// What does not serialize to JSON is [unreadable](IssueCode::Unreadable).
    #[cfg(feature = "json")]
    pub fn validate<T: Serialize + ?Sized>(&self, update: &T) -> Report {
        match serde_json::to_vec(update) {
            Ok(json) => self.validate_json(&json),
            Err(_) => self.report(vec![Issue::new(IssueCode::Unreadable, Path::root())], None),
        }
    }

    /// Validates JSON text, read by the letter of RFC 8259.
    #[cfg(feature = "json")]
    pub fn validate_json(&self, json: &[u8]) -> Report {
        let mut findings = Findings::default();
        let read = json::parse(json, self.endpoint.body, &mut findings);
        self.report_on_read(read, findings, false)
    }

    /// Validates a value of a host language, which its binding wrote down.
    ///
    /// ```
    /// use wechatpay_membercard::{HostValue, IssueCode, Validator, Word};
    ///
    /// let text = "date_informationavailable_end_time@2033-05-18T03:33:20.000Z";
    /// let units: Vec<u16> = text.encode_utf16().collect();
    /// let end = Word::End.unnamed(0);
    /// let (object, date) = (Word::Object.keyed(0), Word::NonJson.keyed(25));
    /// let words = [Word::Object.unnamed(0), Word::Key.unnamed(16), object, Word::Key.unnamed(18), date, end, end];
    /// let report = Validator::new().validate_value(HostValue::new(&words, &units, &mut TextBuffer::new()));
    /// let written = r#"{"date_information":{"available_end_time":"2033-05-18T11:33:20.000+08:00"}}"#;
    /// assert_eq!(report.body(), Some(written));
    /// assert!(report.issues().iter().any(|issue| issue.code == IssueCode::DateRead));
    /// ```
    pub fn validate_value(&self, value: HostValue<'_>) -> Report {
        let mut findings = Findings::default();
        let read = json::read_value(value, self.endpoint.body, Nesting::default(), &mut findings);
        self.report_on_read(read, findings, true)
    }

    /// Validates what a form holds.
    #[cfg(feature = "form")]
    pub(crate) fn validate_document(
        &self,
        document: &Document<'_>,
        card: Option<&Document<'_>>,
        unreadable: &[Issue],
    ) -> Report {
        let issues = self.issues_against(document, card, Findings::default(), true);
        self.report_on(document, in_one_list(issues, unreadable.to_vec()))
    }

    /// The issues of a value of a host language. It is valid if none of them is an error; [`body_of`](Validator::body_of)
    /// gives its body.
    pub fn check_value(&self, value: HostValue<'_>) -> Vec<Issue> {
        let mut findings = Findings::default();
        let read = json::read_value(value, self.endpoint.body, Nesting::default(), &mut findings);
        self.issues_of(&read, findings, true)
    }

    /// The canonical body of a value of a host language that is valid. It is not checked again: this takes a fraction of
    /// the time that a validation takes. None if the value cannot be read.
    pub fn body_of(&self, value: HostValue<'_>) -> Option<String> {
        let read = json::read_value(value, self.endpoint.body, Nesting::default(), &mut Findings::default());
        read.ok().map(|document| json::canonical(&document, self.style()))
    }

    /// The report on what was read.
    fn report_on_read(
        &self,
        read: Result<Document<'_>, Box<Issue>>,
        findings: Findings,
        is_of_host: bool,
    ) -> Report {
        let issues = self.issues_of(&read, findings, is_of_host);
        match read {
            Ok(document) => self.report_on(&document, issues),
            Err(_) => self.report(issues, None),
        }
    }

    /// The report on a document with these issues.
    fn report_on(&self, document: &Document<'_>, issues: Vec<Issue>) -> Report {
        let is_valid = !issues.iter().any(Issue::is_error);
        self.report(issues, is_valid.then(|| json::canonical(document, self.style())))
    }

    /// All issues of what was read, after those that were found while reading.
    fn issues_of(
        &self,
        read: &Result<Document<'_>, Box<Issue>>,
        findings: Findings,
        is_of_host: bool,
    ) -> Vec<Issue> {
        let mut texts = TextBuffer::new();
        let (card, unreadable) = self.card(&mut texts);
        let issues = match read {
            Ok(document) => self.issues_against(document, card.as_ref(), findings, is_of_host),
            Err(issue) => vec![Issue::clone(issue)],
        };
        in_one_list(issues, unreadable)
    }

    /// The issues of a document against a card.
    fn issues_against(
        &self,
        document: &Document<'_>,
        card: Option<&Document<'_>>,
        mut findings: Findings,
        is_of_host: bool,
    ) -> Vec<Issue> {
        self.inspect(document, card, &mut findings);
        let mut issues = findings.into_issues();
        if cfg!(feature = "json") && is_of_host && matches!(document.nodes()[0].value, Value::Text(_)) {
            name_functions_of_json(&mut issues);
        }
        issues
    }

    fn style(&self) -> Style {
        Style { china_time: self.china_time, drops_unknown: self.unknown_keys == UnknownKeys::Drop }
    }

    fn report(&self, issues: Vec<Issue>, body: Option<String>) -> Report {
        Report { endpoint: self.endpoint, issues, body }
    }

    /// Checks all values of a document, and asks all rules.
    pub(crate) fn inspect(
        &self,
        document: &Document<'_>,
        card: Option<&Document<'_>>,
        findings: &mut Findings,
    ) {
        let policy = self.policy();
        for at in 0..document.nodes().len() {
            check::check(document, at, policy, findings);
        }
        if document.table(0).is_none() {
            return;
        }
        let context = self.context(document, card);
        let mut reporter = Reporter::new(document, findings);
        self.endpoint.rules_of(document).for_each(|rule| evaluate(rule, &context, &mut reporter));
    }

    /// Checks one value by itself.
    #[cfg(feature = "form")]
    pub(crate) fn check(&self, document: &Document<'_>, at: usize, findings: &mut Findings) {
        check::check(document, at, self.policy(), findings);
    }

    fn policy(&self) -> Policy<'_> {
        Policy {
            endpoint: self.endpoint,
            image_hosts: &self.image_hosts,
            action: self.endpoint.body.action,
            unknown_keys: self.unknown_keys,
        }
    }

    /// What the rules look at.
    pub(crate) fn context<'d>(
        &self,
        payload: &'d Document<'d>,
        card: Option<&'d Document<'d>>,
    ) -> Context<'d> {
        Context { payload: View(payload), card: card.map(View), profile: self.profile, now: self.now }
    }

    /// The card's current state, if it is known, and what could not be read in it. `texts` is for its texts.
    pub(crate) fn card<'c>(&'c self, texts: &'c mut TextBuffer) -> (Option<Document<'c>>, Vec<Issue>) {
        match &self.current {
            Some(current) => current.read(self.policy(), texts),
            None => (None, Vec::new()),
        }
    }
}

/// The issues of a payload, and behind them those of the card's state, as they are told.
fn in_one_list(mut issues: Vec<Issue>, mut unreadable: Vec<Issue>) -> Vec<Issue> {
    issues.append(&mut unreadable);
    abridge(issues)
}

/// Who hands in JSON text as a value may want another function.
fn name_functions_of_json(issues: &mut [Issue]) {
    for issue in issues.iter_mut().filter(|issue| issue.code == IssueCode::JsonInText) {
        issue.params.push("functions", TextList::from(TAKE_JSON).into());
    }
}

/// What a validation found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    endpoint: &'static Endpoint,
    issues: Vec<Issue>,
    body: Option<String>,
}

impl Report {
    /// Whether there is no error. Warnings do not make an update invalid.
    pub fn is_valid(&self) -> bool {
        self.body.is_some()
    }

    /// All issues, in document order; of more than [`MAX_LISTED_ISSUES`](crate::MAX_LISTED_ISSUES) the first ones, and
    /// [`IssueCode::TooManyIssues`].
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// The canonical body, if the update is valid.
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// The endpoint whose payload was validated.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// The update in its normal form, if it is valid: a [`CardUpdate`](crate::membercard_open::CardUpdate), or any other
    /// type that reads JSON. Keys that a type does not have are in [`body`](Report::body) only. `None` as well if a key that
    /// the endpoint does not list, but the type has, holds a value that the type does not take, such as a text as the `brand`
    /// of an update.
    pub fn value<T: DeserializeOwned>(&self) -> Option<T> {
        self.body.as_deref().and_then(|body| serde_json::from_str(body).ok())
    }

    /// The canonical body and the warnings, or all issues.
    pub fn into_result(self) -> Result<(String, Vec<Issue>), Vec<Issue>> {
        match self.body {
            Some(body) => Ok((body, self.issues)),
            None => Err(self.issues),
        }
    }
}
