//! The judge: one payload in, all its issues and its canonical form out.

use std::time::SystemTime;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::check::{self, Policy};
use super::conditions::ask;
use super::current::not_a_card;
use crate::endpoint::{Context, Endpoint, Profile, Reporter, UnknownKeys, View};
use crate::issue::findings::Findings;
use crate::issue::{Issue, IssueCode, Location, Texts, abridge};
use crate::json::{self, Document, HostValue, Notation, Style, Value};
#[cfg(feature = "json")]
use crate::schema::Path;
use crate::schema::Severity;

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
    current: Option<String>,
    image_hosts: Texts,
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
    #[must_use]
    pub fn current<T: Serialize + ?Sized>(self, state: &T) -> Validator {
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
        self.judge(json, Notation::Json)
    }

    /// Validates a value of a host language that its binding wrote down: JSON in which the kind of a value that JSON
    /// has no word for stands between two U+0001. Kinds that begin with `!` tell what prevented reading: `!unreadable`,
    /// `!circular`, `!depth`, `!size`, or `!toJSON` and the name of a class that has a form of its own in JSON. The kind of
    /// a date object is `@` and its moment in RFC 3339, which is read where a time is due.
    ///
    /// ```
    /// use wechatpay_membercard::{IssueCode, Validator};
    ///
    /// let text = "{\"date_information\":{\"available_end_time\":\u{1}@2033-05-18T03:33:20.000Z\u{1}}}";
    /// let report = Validator::new().validate_host(text);
    /// let written = r#"{"date_information":{"available_end_time":"2033-05-18T11:33:20.000+08:00"}}"#;
    /// assert_eq!(report.body(), Some(written));
    /// assert!(report.issues().iter().any(|issue| issue.code == IssueCode::DateRead));
    /// ```
    pub fn validate_host(&self, text: impl AsRef<[u8]>) -> Report {
        self.judge(text.as_ref(), Notation::Host)
    }

    /// The issues of a value of a host language. It is valid if none of them is an error; [`body_of`](Validator::body_of)
    /// gives its body.
    pub fn check_value(&self, value: HostValue<'_>) -> Vec<Issue> {
        let mut findings = Findings::default();
        let read = json::read_value(value, self.endpoint.body, &mut findings);
        self.issues_of(&read, findings, true)
    }

    /// The canonical body of a value of a host language that is valid. It is not checked again: this takes a fraction of
    /// the time that a validation takes. None if the value cannot be read.
    pub fn body_of(&self, value: HostValue<'_>) -> Option<String> {
        let read = json::read_value(value, self.endpoint.body, &mut Findings::default());
        read.ok().map(|document| json::canonical(&document, self.style()))
    }

    fn judge(&self, input: &[u8], notation: Notation) -> Report {
        let mut findings = Findings::default();
        let read = json::parse(input, notation, self.endpoint.body, &mut findings);
        let issues = self.issues_of(&read, findings, notation == Notation::Host);
        let is_valid = !issues.iter().any(Issue::is_error);
        let body = read.ok().filter(|_| is_valid).map(|document| json::canonical(&document, self.style()));
        self.report(issues, body)
    }

    /// All issues of what was read, after those that were found while reading.
    fn issues_of(
        &self,
        read: &Result<Document<'_>, Box<Issue>>,
        mut findings: Findings,
        is_of_host: bool,
    ) -> Vec<Issue> {
        let (state, mut unreadable) = self.card();
        let mut issues = match read {
            Ok(document) => {
                self.inspect(document, state.as_ref(), &mut findings);
                let mut issues = findings.into_issues();
                if cfg!(feature = "json") && is_of_host && matches!(document.nodes()[0].value, Value::Text(_))
                {
                    name_functions_of_json(&mut issues);
                }
                issues
            }
            Err(issue) => vec![Issue::clone(issue)],
        };
        issues.append(&mut unreadable);
        abridge(issues)
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
        state: Option<&Document<'_>>,
        findings: &mut Findings,
    ) {
        let policy = self.policy();
        for at in 0..document.nodes().len() {
            check::check(document, at, policy, findings);
        }
        if document.table(0).is_none() {
            return;
        }
        let context = self.context(document, state);
        let mut reporter = Reporter::new(document, findings);
        self.endpoint.rules_of(document).for_each(|rule| ask(rule, &context, &mut reporter));
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

    /// The card's current state, if it is known, and what could not be read in it.
    pub(crate) fn card(&self) -> (Option<Document<'_>>, Vec<Issue>) {
        let mut unreadable = Vec::new();
        let card = self.current.as_deref().and_then(|state| self.read_state(state, &mut unreadable));
        (card, unreadable)
    }

    /// Reads the card's state leniently: what is not understood is reported and counts as unknown.
    fn read_state<'s>(&self, state: &'s str, issues: &mut Vec<Issue>) -> Option<Document<'s>> {
        let mut findings = Findings::only(is_about_reading);
        let document = match json::parse(state.as_bytes(), Notation::Host, self.endpoint.body, &mut findings)
        {
            Ok(document) => document,
            Err(issue) => {
                issues.push(issue.at(Location::Current));
                return None;
            }
        };
        let known = document.table(0).is_some();
        if let Some(issue) = known.then(|| not_a_card(&document, self.endpoint)).flatten() {
            issues.push(issue.at(Location::Current));
            return None;
        }
        let policy = Policy { unknown_keys: UnknownKeys::Warn, ..self.policy() };
        for at in 0..document.nodes().len() {
            check::check(&document, at, policy, &mut findings);
        }
        issues.extend(findings.into_issues().into_iter().map(|issue| {
            let is_whole = issue.path.segments().is_empty() && issue.code != IssueCode::TooManyIssues;
            let severity = if is_whole { issue.severity } else { Severity::Warning };
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
            | IssueCode::OwnJson
            | IssueCode::DateInvalid
            | IssueCode::Unreadable
            | IssueCode::Circular
            | IssueCode::JsonTooDeep
            | IssueCode::JsonTooLarge
    )
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

    /// All issues, in document order; of more than [`MAX_TOLD_ISSUES`](crate::MAX_TOLD_ISSUES) the first ones, and
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
