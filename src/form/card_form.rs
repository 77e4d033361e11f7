//! The session: what it begins with, and what can be asked of it.

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
use crate::validate::{Report, Validator};

/// A live form session over one update.
///
/// A form holds the whole state that a user sees and edits, [`value`](CardForm::value), and judges it as the validator
/// judges a payload: [`issues`](CardForm::issues) always are those that the validator reports for that value. After an
/// edit it judges again only the field, the objects and lists around it, and the rules that read it, and says what that
/// [changed](super::FormChanges).
///
/// # With and without a card
///
/// If the validator knows the card's current state, the form begins with the card's own values, so that the user edits
/// what is there; an initial update is laid over them, field by field of the top level. What is sent is
/// [`patch`](CardForm::patch): only those top-level fields that differ from the card's, objects and lists as a whole.
/// [`validate`](CardForm::validate) judges that, and [`Report::prepare`] makes the request. So an issue of the card's own,
/// untouched values is shown, but does not keep the user from sending other fields.
///
/// Without a card nothing is known that an unchanged field could be left to: the patch is the whole value.
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
/// A path leads to a field of the update or to a value that the form holds. Objects on the way are made when a value is
/// set in them, and removed again with their last field unless the form began with them; an index equal to a list's
/// length appends.
#[derive(Clone, Debug)]
pub struct CardForm {
    pub(super) validator: Validator,
    /// The card, as far as it could be read, and what could not be.
    pub(super) card: Option<Document<'static>>,
    unreadable: Vec<Issue>,
    /// What the value is compared with, what the form began with, and what it holds: one document, as long as they do not
    /// differ.
    pub(super) baseline: Arc<Document<'static>>,
    pub(super) start: Arc<Document<'static>>,
    pub(super) document: Arc<Document<'static>>,
    /// The length of the value's text.
    pub(super) size: usize,
    pub(super) issue_cache: IssueCache,
    pub(super) touched: Touched,
}

impl CardForm {
    /// A form that begins with the card's values, if the validator knows the card, and else empty.
    pub fn new(validator: Validator) -> CardForm {
        let (card, unreadable) = card_of(&validator);
        let baseline = match &card {
            Some(card) => start::values_of(validator.endpoint().body, card, &unreadable),
            None => start::empty(validator.endpoint().body),
        };
        let baseline = Arc::new(baseline);
        CardForm::begin(validator, card, unreadable, baseline.clone(), baseline)
    }

    /// A form that begins with an update, given as JSON text, laid over the card's values if the validator knows the card.
    ///
    /// # Errors
    ///
    /// [`FormError::Unreadable`] if the text cannot be read at all.
    pub fn with_initial(validator: Validator, initial: &str) -> Result<CardForm, FormError> {
        let update = parse(initial.as_bytes(), validator.endpoint().body, &mut Findings::default());
        CardForm::begin_with(update.map(Document::into_owned), validator)
    }

    /// The same with an update that is a value of a host language.
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
                let value = start::lay_over(validator.endpoint().body, &values, update);
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

    /// Marks a field as visited, as a form does when its input loses the focus.
    ///
    /// # Errors
    ///
    /// If the path leads nowhere.
    pub fn touch(&mut self, path: &Path) -> Result<(), FormError> {
        follow_to_field(&self.document, path)?;
        self.touched.add(path);
        Ok(())
    }

    /// Whether a field is marked as visited. The mark follows the items of a list when they move.
    pub fn touched(&self, path: &Path) -> bool {
        self.touched.has(path)
    }

    /// All fields that are marked as visited.
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

    /// Whether a field's value differs from the card's or, without a card, from the initial one. `null` counts as absent.
    pub fn dirty(&self, path: &Path) -> bool {
        patch::differs(&self.document, &self.baseline, path)
    }

    /// All that is known about a field, now.
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

    /// All issues of the value, in document order, and then those of the card's state: what the validator reports for
    /// [`value`](CardForm::value).
    pub fn issues(&self) -> Vec<Issue> {
        abridge(self.issue_cache.issues().chain(&self.unreadable).cloned().collect())
    }

    /// The top-level fields that differ from the card's or, without a card, from the initial ones.
    pub fn changes(&self) -> Vec<FieldChange> {
        patch::changes(&self.document, self.reference())
    }

    /// The whole value as JSON text, every value as it was given, and `null` where JSON has no word for one.
    pub fn value(&self) -> String {
        as_is(&self.document, 0)
    }

    /// The whole value, those included that JSON has no word for: what [`set_value`](CardForm::set_value) takes.
    pub fn written_value(&self) -> WrittenValue {
        WrittenValue::of(&self.document)
    }

    /// What is to be sent, as text like [`value`](CardForm::value): with a card the top-level fields that differ from the
    /// card's, each as a whole, and those that every update must have, such as the `brand_id` of a service provider; without
    /// one, the whole value. A field that was removed is not in it, for an update cannot say that.
    pub fn patch(&self) -> String {
        as_is(&self.to_send(), 0)
    }

    /// The document that is to be sent.
    fn to_send(&self) -> Cow<'_, Document<'static>> {
        match self.card {
            Some(_) => {
                Cow::Owned(patch::patch(&self.document, self.reference(), self.validator.endpoint().body))
            }
            None => Cow::Borrowed(&self.document),
        }
    }

    fn reference(&self) -> Reference<'_> {
        Reference { baseline: &self.baseline, card: self.card.as_ref() }
    }

    /// The validator's report on [`patch`](CardForm::patch), from which the request is [prepared](Report::prepare).
    pub fn validate(&self) -> Report {
        self.validator.validate_document(&self.to_send(), self.card.as_ref(), &self.unreadable)
    }

    /// The canonical body that is to be sent, if it is valid.
    pub fn body(&self) -> Option<String> {
        self.validate().into_result().ok().map(|(body, _)| body)
    }

    /// The state of the field at a path, to which a resolved_path leads.
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

/// The card that a validator knows, and what could not be read in it, to keep.
fn card_of(validator: &Validator) -> (Option<Document<'static>>, Vec<Issue>) {
    let mut texts = TextBuffer::new();
    let (card, unreadable) = validator.card(&mut texts);
    (card.map(Document::into_owned), unreadable)
}
