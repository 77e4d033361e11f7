//! The form session: creation and queries.

use std::borrow::Cow;
use std::sync::Arc;

use super::error::FormError;
use super::field_conditions::FieldConditions;
use super::issue_cache::{IssueCache, IssueDiff};
use super::lock::lock;
use super::measure::Measure;
use super::patch::{self, FieldChange, Reference};
use super::resolved_path::{ResolvedPath, follow_to_field};
use super::size::{check_size, size};
use super::start;
use super::state::FieldState;
use super::touched::Touched;
use crate::endpoint::Context;
use crate::issue::findings::Findings;
use crate::issue::{Issue, Path, abridge};
use crate::json::as_is::as_is;
use crate::json::{Document, HostValue, Nesting, TextBuffer, WrittenValue, parse, read_value};
use crate::schema::Segment;
use crate::validate::{Report, Validator};

/// A form session that edits one update.
///
/// A form holds the complete state that a user edits, its [`value`](CardForm::value). Its [`issues`](CardForm::issues)
/// always equal the validator's issues for that value. After an edit, only the field, its enclosing objects and lists,
/// and the rules that read it are checked again. Each edit returns its [changes](super::FormChanges).
///
/// # With and without a card
///
/// If the validator knows the card's current state, the form starts with the card's values. An initial update replaces
/// them, one top-level field at a time. Only the [`patch`](CardForm::patch) is sent: top-level fields that differ from
/// the card's, with objects and lists as a whole. [`validate`](CardForm::validate) checks the patch, and
/// [`Report::prepare`] makes the request. So issues of the card's own values are shown, but do not prevent the user
/// from sending other fields.
///
/// Without a card, the patch is the whole value.
///
/// ```
/// use wechatpay_membercard::{CardForm, IssueCode, Path, Validator};
///
/// let card = r#"{"title": "会员卡", "service_phone": "0755-12345677", "code_mode": "SYSTEM_ALLOCATE"}"#;
/// let mut form = CardForm::new(Validator::new().current_json(card));
/// let title = Path::from(["title"]);
///
/// let changes = form.set(&title, r#""一二三四五六七八九十一二""#)?;
/// assert_eq!(changes.appeared[0].code, IssueCode::TooLong);
/// assert_eq!(changes.fields[0].remaining, Some(-2));
///
/// form.set(&title, r#""微信支付测试卡""#)?;
/// assert_eq!(form.patch(), r#"{"title":"微信支付测试卡"}"#);
/// assert!(form.field(&Path::from(["code_mode"]))?.locked.is_some());
/// # Ok::<(), wechatpay_membercard::FormError>(())
/// ```
///
/// # Paths
///
/// A path leads to a field of the update or to any existing value. Setting a value creates the objects along its path;
/// removing their last field removes them again, unless the form started with them. An index equal to a list's length
/// appends an item.
#[derive(Clone, Debug)]
pub struct CardForm {
    pub(super) validator: Validator,
    /// The card, as far as it was readable, and the issues from reading it.
    pub(super) card: Option<Document<'static>>,
    unreadable: Vec<Issue>,
    /// The document that the value is compared with, and the one that the form started with. All three share one
    /// allocation until they differ.
    pub(super) baseline: Arc<Document<'static>>,
    pub(super) start: Arc<Document<'static>>,
    pub(super) document: Arc<Document<'static>>,
    /// The length of the value as JSON text.
    pub(super) size: usize,
    pub(super) issue_cache: IssueCache,
    pub(super) touched: Touched,
}

impl CardForm {
    /// A form with the card's values, if the validator knows the card; otherwise empty.
    pub fn new(validator: Validator) -> CardForm {
        let (card, unreadable) = card_of(&validator);
        let baseline = match &card {
            Some(card) => start::values_of(validator.endpoint().body, card, &unreadable),
            None => start::empty(validator.endpoint().body),
        };
        let baseline = Arc::new(baseline);
        CardForm::begin(validator, card, unreadable, baseline.clone(), baseline)
    }

    /// A form with an initial update, given as JSON text. It replaces the card's values if the validator knows the
    /// card.
    ///
    /// # Errors
    ///
    /// [`FormError::Unreadable`] if the text cannot be read at all.
    pub fn with_initial(validator: Validator, initial: &str) -> Result<CardForm, FormError> {
        let update = parse(initial.as_bytes(), validator.endpoint().body, &mut Findings::default());
        CardForm::begin_with(update.map(Document::into_owned), validator)
    }

    /// The same with a value of a host language.
    ///
    /// # Errors
    ///
    /// [`FormError::Unreadable`] if the value cannot be read at all.
    pub fn with_initial_value(validator: Validator, initial: HostValue<'_>) -> Result<CardForm, FormError> {
        let update =
            read_value(initial, validator.endpoint().body, Nesting::default(), &mut Findings::default());
        CardForm::begin_with(update.map(Document::into_owned), validator)
    }

    fn begin_with(
        update: Result<Document<'static>, Box<Issue>>,
        validator: Validator,
    ) -> Result<CardForm, FormError> {
        let update = update.map_err(|issue| FormError::Unreadable { path: Path::root(), issue })?;
        let (card, unreadable) = card_of(&validator);
        let (baseline, value) = match &card {
            Some(card) => {
                let values = start::values_of(validator.endpoint().body, card, &unreadable);
                let value = start::overlay(validator.endpoint().body, &values, update);
                (Arc::new(values), Arc::new(value))
            }
            None => {
                let update = Arc::new(update);
                (update.clone(), update)
            }
        };
        check_size(size(&value), &Path::root())?;
        Ok(CardForm::begin(validator, card, unreadable, baseline, value))
    }

    fn begin(
        validator: Validator,
        card: Option<Document<'static>>,
        unreadable: Vec<Issue>,
        baseline: Arc<Document<'static>>,
        start: Arc<Document<'static>>,
    ) -> CardForm {
        let mut issue_cache = IssueCache::new(validator.endpoint(), &start);
        let context = validator.context(&start, card.as_ref());
        issue_cache.update(&validator, &context, &Path::root(), true, &mut IssueDiff::default());
        CardForm {
            validator,
            card,
            unreadable,
            baseline,
            document: start.clone(),
            size: size(&start),
            start,
            issue_cache,
            touched: Touched::default(),
        }
    }

    /// Marks a field as touched, as a form does when its input loses the focus.
    ///
    /// # Errors
    ///
    /// If the path leads nowhere.
    pub fn touch(&mut self, path: &Path) -> Result<(), FormError> {
        follow_to_field(&self.document, path)?;
        self.touched.add(path);
        Ok(())
    }

    /// Whether a field is touched. The mark follows list items when they move.
    pub fn touched(&self, path: &Path) -> bool {
        self.touched.has(path)
    }

    /// All touched fields.
    ///
    /// ```
    /// use wechatpay_membercard::{CardForm, Path, Validator};
    ///
    /// let mut form = CardForm::new(Validator::new());
    /// form.touch(&Path::from(["title"]))?;
    /// assert_eq!(form.touched_fields(), [Path::from(["title"])]);
    /// # Ok::<(), wechatpay_membercard::FormError>(())
    /// ```
    pub fn touched_fields(&self) -> &[Path] {
        self.touched.all()
    }

    /// Whether a field's value differs from the card's or, without a card, from the initial one. `null` counts as
    /// absent.
    pub fn dirty(&self, path: &Path) -> bool {
        patch::differs(&self.document, &self.baseline, path)
    }

    /// The current state of a field.
    ///
    /// ```
    /// use wechatpay_membercard::{CardForm, Path, Validator};
    ///
    /// let mut form = CardForm::new(Validator::new());
    /// let level = Path::from(["init_level"]);
    /// assert!(!form.field(&level)?.required);
    /// form.enter(&Path::from(["need_display_level"]), "on")?;
    /// assert!(form.field(&level)?.required);
    /// # Ok::<(), wechatpay_membercard::FormError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the path leads nowhere.
    pub fn field(&self, path: &Path) -> Result<FieldState, FormError> {
        let resolved_path = follow_to_field(&self.document, path)?;
        Ok(self.state(path, &resolved_path))
    }

    /// All issues of the value, in document order, followed by those of the card's state. They equal the validator's
    /// issues for [`value`](CardForm::value).
    pub fn issues(&self) -> Vec<Issue> {
        abridge(self.issue_cache.issues().chain(&self.unreadable).cloned().collect())
    }

    /// The top-level fields that differ from the card's or, without a card, from the initial ones.
    pub fn changes(&self) -> Vec<FieldChange> {
        patch::changes(&self.document, self.reference())
    }

    /// The whole value as JSON text; `null` for values that JSON cannot represent.
    pub fn value(&self) -> String {
        as_is(&self.document, 0)
    }

    /// The whole value including what JSON cannot represent, for [`set_value`](CardForm::set_value).
    pub fn written_value(&self) -> WrittenValue {
        WrittenValue::of(&self.document)
    }

    /// The values to send, as JSON text like [`value`](CardForm::value). With a card: the top-level fields that differ
    /// from the card's, each as a whole, and those that an update needs with them, because every update does, as with a
    /// service provider's `brand_id`, or because a rule requires them. Without a card: the whole value. Removed fields
    /// are missing, because an update cannot express a removal.
    pub fn patch(&self) -> String {
        as_is(&self.to_send(), 0)
    }

    /// The document to send.
    fn to_send(&self) -> Cow<'_, Document<'static>> {
        if self.card.is_none() || self.document.table(0).is_none() {
            return Cow::Borrowed(&self.document);
        }
        let body = self.validator.endpoint().body;
        let mut members = patch::members_to_send(&self.document, self.reference(), body);
        let mut patch = patch::with_members(&self.document, &members, body);
        if self.changes().iter().any(FieldChange::is_sent) {
            // What is added may require more.
            while let missing @ [_, ..] = &self.members_missing_from(&patch)[..] {
                members.extend(missing);
                members.sort_unstable();
                patch = patch::with_members(&self.document, &members, body);
            }
        }
        Cow::Owned(patch)
    }

    /// The members of the form's value that a patch lacks although a rule requires them.
    fn members_missing_from(&self, patch: &Document<'_>) -> Vec<usize> {
        let issues = self.validator.issues_against(patch, self.card.as_ref(), Findings::default(), true);
        let missing = |issue: &Issue| match issue.path.segments() {
            [Segment::Key(key)] if patch.member(0, key).is_none() => self.document.member(0, key),
            _ => None,
        };
        issues.iter().filter_map(missing).collect()
    }

    fn reference(&self) -> Reference<'_> {
        Reference { baseline: &self.baseline, card: self.card.as_ref() }
    }

    /// The validator's report on the [`patch`](CardForm::patch). It [prepares](Report::prepare) the request.
    pub fn validate(&self) -> Report {
        self.validator.validate_document(&self.to_send(), self.card.as_ref(), &self.unreadable)
    }

    /// The canonical body to send, if valid.
    pub fn body(&self) -> Option<String> {
        self.validate().into_result().ok().map(|(body, _)| body)
    }

    /// The state of the field at a path that was resolved.
    pub(super) fn state(&self, path: &Path, resolved_path: &ResolvedPath) -> FieldState {
        let steps = path.segments();
        let at = (resolved_path.depth == steps.len()).then_some(resolved_path.at);
        let (endpoint, context) = (self.validator.endpoint(), self.context());
        let conditions = FieldConditions::new(endpoint, &context, steps);
        let measure = Measure::new(&self.document, at, resolved_path.kind);
        FieldState {
            value: at.map(|at| as_is(&self.document, at)),
            count: measure.count,
            unit: measure.unit,
            graphemes: measure.graphemes,
            limit: measure.limit,
            remaining: measure.remaining(),
            required: conditions.required,
            relevant: conditions.relevant,
            locked: lock(endpoint, &context, steps),
            touched: self.touched(path),
            dirty: self.dirty(path),
            path: path.clone(),
            issues: self.issue_cache.issues_at(&self.document, path),
        }
    }

    pub(super) fn context(&self) -> Context<'_> {
        self.validator.context(&self.document, self.card.as_ref())
    }
}

/// The card that a validator knows, and issues from reading it, as owned data.
fn card_of(validator: &Validator) -> (Option<Document<'static>>, Vec<Issue>) {
    let mut texts = TextBuffer::new();
    let (card, unreadable) = validator.card(&mut texts);
    (card.map(Document::into_owned), unreadable)
}
