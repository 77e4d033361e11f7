//! Validates a payload: all issues, and the canonical body.

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

/// Functions of the npm package that accept JSON text.
static TAKE_JSON: &[&str] = &["validateJson", "prepareJson"];

/// Validates payloads of an endpoint.
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

/// The system's clock, if available.
fn system_now() -> Option<i64> {
    if !cfg!(feature = "host") {
        return None;
    }
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok()
}

impl Validator {
    /// A validator for an endpoint, without a card's state. The current time is the system's (feature `host`).
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

    /// The endpoint.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Enables the rules against the card's current state, such as a [`CardState`](crate::membercard_open::CardState).
    #[cfg(feature = "json")]
    #[must_use]
    pub fn current<T: Serialize + ?Sized>(self, state: &T) -> Validator {
        let json = serde_json::to_string(state).unwrap_or_default();
        self.current_json(json)
    }

    /// Enables the rules against the card's current state, given as the JSON that `GET
    /// /v3/marketing/membercard-open/cards/{card_id}` returned. Each validation reports problems in it at
    /// [`Location::Current`](crate::Location::Current): unreadable parts, and a state without any field of a card, such
    /// as an envelope around the response or an error response. Fields that the state lacks are unknown and cause no
    /// errors.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn current_json(mut self, state: impl Into<String>) -> Validator {
        self.current = Some(Current::Json(state.into()));
        self
    }

    /// Enables the rules against the card's current state, given as a value of a host language: see
    /// [`current_json`](Validator::current_json).
    #[must_use]
    pub fn current_value(mut self, state: WrittenValue) -> Validator {
        self.current = Some(Current::Value(state));
        self
    }

    /// Sets the allowed image hosts. The default is the endpoint's.
    #[must_use]
    pub fn image_hosts<H: Into<String>>(mut self, hosts: impl IntoIterator<Item = H>) -> Validator {
        self.image_hosts = hosts.into_iter().map(Into::into).collect::<Vec<String>>().into();
        self
    }

    /// Sets the treatment of unknown keys. The default is the endpoint's: [`UnknownKeys::Warn`] for an update. An
    /// update with only unknown keys is always an error ([`IssueCode::NoKnownField`]).
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

    /// Selects the documentation page that applies.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Validator {
        self.profile = profile;
        self
    }

    /// Sets the current time, in milliseconds since the epoch. `None` disables the checks that depend on it.
    #[must_use]
    pub fn now(mut self, milliseconds: impl Into<Option<i64>>) -> Validator {
        self.now = milliseconds.into();
        self
    }

    /// Whether the canonical form writes times with the offset `+08:00`. By default, times stay as given. The instant
    /// is the same either way.
    #[must_use]
    pub fn china_time(mut self, china_time: bool) -> Validator {
        self.china_time = china_time;
        self
    }

    /// Validates a typed update, or anything that serializes.
    ///
    /// ```
    /// use wechatpay_membercard::{Validator, membercard_open::{CardUpdate, CodeType}};
    ///
    /// let update = CardUpdate { title: Some("微信支付测试卡".into()), code_type: Some(CodeType::QrCode), ..Default::default() };
    /// let report = Validator::new().validate(&update);
    /// assert_eq!(report.body(), Some(r#"{"title":"微信支付测试卡","code_type":"QRCODE"}"#));
    /// ```
    ///
    /// An error of serialization is reported as [unreadable](IssueCode::Unreadable).
    #[cfg(feature = "json")]
    pub fn validate<T: Serialize + ?Sized>(&self, update: &T) -> Report {
        match serde_json::to_vec(update) {
            Ok(json) => self.validate_json(&json),
            Err(_) => self.report(vec![Issue::new(IssueCode::Unreadable, Path::root())], None),
        }
    }

    /// Validates JSON text, parsed strictly according to RFC 8259.
    #[cfg(feature = "json")]
    pub fn validate_json(&self, json: &[u8]) -> Report {
        let mut findings = Findings::default();
        let read = json::parse(json, self.endpoint.body, &mut findings);
        self.report_on_read(read, findings, false)
    }

    /// Validates a value of a host language, encoded by its binding.
    ///
    /// ```
    /// use wechatpay_membercard::{HostValue, IssueCode, TextBuffer, Validator, Word};
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

    /// Validates the document of a form.
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

    /// The issues of a value of a host language. Without an error among them, [`body_of`](Validator::body_of) returns
    /// its body.
    pub fn check_value(&self, value: HostValue<'_>) -> Vec<Issue> {
        let mut findings = Findings::default();
        let read = json::read_value(value, self.endpoint.body, Nesting::default(), &mut findings);
        self.issues_of(&read, findings, true)
    }

    /// The canonical body of a valid value of a host language, without validating it again, which is several times as
    /// fast. `None` if the value cannot be read.
    pub fn body_of(&self, value: HostValue<'_>) -> Option<String> {
        let read = json::read_value(value, self.endpoint.body, Nesting::default(), &mut Findings::default());
        read.ok().map(|document| json::canonical(&document, self.style()))
    }

    /// The report on an input that was parsed.
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

    /// All issues of an input that was parsed; parsing issues come first.
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

    /// The issues of a document, given a card.
    pub(crate) fn issues_against(
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

    /// Checks all values and evaluates all rules.
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

    /// Checks one value.
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

    /// The input of rules.
    pub(crate) fn context<'d>(
        &self,
        payload: &'d Document<'d>,
        card: Option<&'d Document<'d>>,
    ) -> Context<'d> {
        Context { payload: View(payload), card: card.map(View), profile: self.profile, now: self.now }
    }

    /// The card's current state, if known, and issues from reading it. `texts` is a buffer for its texts.
    pub(crate) fn card<'c>(&'c self, texts: &'c mut TextBuffer) -> (Option<Document<'c>>, Vec<Issue>) {
        match &self.current {
            Some(current) => current.read(self.policy(), texts),
            None => (None, Vec::new()),
        }
    }
}

/// The issues of the payload, followed by those of the card's state, as the report lists them.
fn in_one_list(mut issues: Vec<Issue>, mut unreadable: Vec<Issue>) -> Vec<Issue> {
    issues.append(&mut unreadable);
    abridge(issues)
}

/// A caller who passes JSON text as a value may want another function.
fn name_functions_of_json(issues: &mut [Issue]) {
    for issue in issues.iter_mut().filter(|issue| issue.code == IssueCode::JsonInText) {
        issue.params.push("functions", TextList::from(TAKE_JSON).into());
    }
}

/// The result of a validation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    endpoint: &'static Endpoint,
    issues: Vec<Issue>,
    body: Option<String>,
}

impl Report {
    /// Whether there are no errors. Warnings alone leave the payload valid.
    pub fn is_valid(&self) -> bool {
        self.body.is_some()
    }

    /// All issues, in document order. If there are more than [`MAX_LISTED_ISSUES`](crate::MAX_LISTED_ISSUES), the first
    /// ones and [`IssueCode::TooManyIssues`].
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// The canonical body, if the payload is valid.
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// The endpoint of the payload.
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// The canonical body, if valid, as a [`CardUpdate`](crate::membercard_open::CardUpdate) or any other type that
    /// deserializes. Keys that the type lacks are only in [`body`](Report::body). Also `None` if the type cannot hold
    /// the value of an unlisted key, such as a text as the `brand` of an update.
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
