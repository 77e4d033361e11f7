//! A form session: a payload that is edited field by field, and what there is to tell about it.

mod changes;
mod coerce;
mod edit;
mod error;
mod facets;
mod ledger;
mod patch;
mod size;
mod start;
mod state;
#[cfg(test)]
mod tests;
mod touched;
mod trail;

use std::collections::BTreeMap;

pub use changes::Changes;
pub use coerce::coerce;
pub use error::FormError;
pub use patch::FieldChange;
pub use state::{FieldState, Unit};

use crate::findings::Findings;
use crate::issue::{Issue, IssueCode, Path, Segment};
use crate::json::{Document, MAX_BYTES, Notation, Value, parse, parse_inside, write_as_is};
use crate::rules::{Facts, lock};
use crate::schema::Kind;
use crate::validator::{Report, UPDATE, Validator};
use edit::{Edit, Splice};
use facets::{Facets, affected, is_there};
use ledger::{Ledger, Revision};
use state::Measure;
use touched::Touched;
use trail::{follow, follow_to_field};

/// A live form session over one update.
///
/// A form holds the whole state that a user sees and edits, [`value`](CardForm::value), and judges it as the validator
/// judges a payload: [`issues`](CardForm::issues) always are those that the validator reports for that value. After an
/// edit it judges again only the field, the objects and lists around it, and the rules that read it, and says what that
/// [changed](Changes).
///
/// # With and without a card
///
/// If the validator knows the card's current state, the form begins with the card's own values, so that the user edits
/// what is there; an initial update is laid over them, field by field of the top level. What is sent is
/// [`patch`](CardForm::patch): only those top-level fields that differ from the card's, objects and lists as a whole.
/// [`report`](CardForm::report) judges that, and [`Report::prepare`] makes the request. So an issue of the card's own,
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
    validator: Validator,
    /// The card, as far as it could be read, and what could not be.
    card: Option<Document<'static>>,
    unreadable: Vec<Issue>,
    /// What the value is compared with.
    baseline: Document<'static>,
    start: Document<'static>,
    document: Document<'static>,
    /// The length of the value's text.
    size: usize,
    ledger: Ledger,
    touched: Touched,
}

impl CardForm {
    /// A form that begins with the card's values, if the validator knows the card, and else empty.
    pub fn new(validator: Validator) -> CardForm {
        let (card, unreadable) = validator.card();
        let card = card.map(Document::into_owned);
        let baseline = match &card {
            Some(card) => start::values_of(card, &unreadable),
            None => start::empty(),
        };
        CardForm::begin(validator, card, unreadable, baseline.clone(), baseline)
    }

    /// A form that begins with an update, laid over the card's values if the validator knows the card. The update is JSON
    /// or a value in host notation, as [`Validator::validate_host`] reads it.
    ///
    /// # Errors
    ///
    /// [`FormError::Unreadable`] if the text cannot be read at all.
    pub fn with_initial(validator: Validator, initial: &str) -> Result<CardForm, FormError> {
        let update = parse(initial.as_bytes(), Notation::Host, &UPDATE, &mut Findings::default());
        let update =
            update.map_err(|issue| FormError::Unreadable { path: Path::root(), issue })?.into_owned();
        let (card, unreadable) = validator.card();
        let card = card.map(Document::into_owned);
        let (baseline, value) = match &card {
            Some(card) => {
                let values = start::values_of(card, &unreadable);
                let value = start::lay_over(&values, update);
                (values, value)
            }
            None => (update.clone(), update),
        };
        match size::size(&value) {
            size if size > MAX_BYTES => Err(too_large(&Path::root(), size)),
            _ => Ok(CardForm::begin(validator, card, unreadable, baseline, value)),
        }
    }

    fn begin(
        validator: Validator,
        card: Option<Document<'static>>,
        unreadable: Vec<Issue>,
        baseline: Document<'static>,
        start: Document<'static>,
    ) -> CardForm {
        let mut ledger = Ledger::new(&start);
        ledger.judge(&validator, &start, card.as_ref(), &Path::root(), &mut Revision::default());
        CardForm {
            validator,
            card,
            unreadable,
            baseline,
            document: start.clone(),
            size: size::size(&start),
            start,
            ledger,
            touched: Touched::default(),
        }
    }

    /// Gives a field a value: JSON, or a value in host notation. A blank text, or the host's `undefined`, removes it.
    ///
    /// A value of the wrong type or beyond a limit is kept like any other: the issues tell about it. The empty path stands
    /// for the whole payload.
    ///
    /// ```
    /// use wechatpay_membercard::{CardForm, IssueCode, Path, Validator};
    ///
    /// let mut form = CardForm::new(Validator::new());
    /// form.set(&Path::from(["balance_information", "balance_appid"]), r#""wx0123456789abcdef""#)?;
    /// let changes = form.set(&Path::from(["balance_information", "balance_path"]), r#""pages/index""#)?;
    /// assert_eq!(changes.gone[0].code, IssueCode::BalancePathMaybeRequired);
    /// # Ok::<(), wechatpay_membercard::FormError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the path leads nowhere or the value cannot be read; the form then stays as it was.
    pub fn set(&mut self, path: &Path, value: &str) -> Result<Changes, FormError> {
        let kind = follow(&self.document, path)?.kind;
        if value.trim().is_empty() {
            return self.remove(path);
        }
        let value = self.read(path, kind, value)?;
        match &value.nodes()[0].value {
            Value::Foreign(kind) if kind == "undefined" => self.remove(path),
            _ => self.apply(edit::set(&self.document, path, value)?, path),
        }
    }

    /// Gives a field the value that a text typed into its input stands for: see [`coerce`].
    ///
    /// # Errors
    ///
    /// As for [`set`](CardForm::set).
    pub fn enter(&mut self, path: &Path, text: &str) -> Result<Changes, FormError> {
        match coerce(path, text) {
            Some(value) => self.set(path, &value),
            None => self.remove(path),
        }
    }

    /// Removes a field, an item of a list, or, with the empty path, every field.
    ///
    /// Without a field, the update leaves the card's value as it is: see [`changes`](CardForm::changes).
    ///
    /// # Errors
    ///
    /// If the path leads nowhere. Removing a field that is absent changes nothing.
    pub fn remove(&mut self, path: &Path) -> Result<Changes, FormError> {
        let is_own = |path: &Path| !is_there(&self.baseline, path);
        match edit::remove(&self.document, path, is_own)? {
            Some(edit) => self.apply(edit, path),
            None => Ok(Changes::default()),
        }
    }

    /// Inserts an item into a list, before the one with that index.
    ///
    /// # Errors
    ///
    /// If there is no such list, the index lies beyond its length, or the value cannot be read.
    pub fn insert(&mut self, list: &Path, index: usize, value: &str) -> Result<Changes, FormError> {
        let item = list.clone().index(index);
        let kind = follow(&self.document, list)?.kind.and_then(|kind| kind.inside(&Segment::Index(index)));
        let value = self.read(&item, kind, value)?;
        self.apply(edit::insert(&self.document, list, index, value)?, &item)
    }

    /// Moves an item of a list to another index; those between make room.
    ///
    /// # Errors
    ///
    /// If there is no such list, or one of the indices lies outside of it.
    pub fn move_item(&mut self, list: &Path, from: usize, to: usize) -> Result<Changes, FormError> {
        self.apply(edit::move_item(&self.document, list, from, to)?, list)
    }

    /// Goes back to the values that the form began with; no field is touched then.
    pub fn reset(&mut self) -> Changes {
        self.touched.clear();
        let edit = edit::set_whole(&self.document, self.start.clone());
        self.commit(edit, size::size(&self.start))
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

    /// Whether a field's value differs from the card's or, without a card, from the initial one. `null` counts as absent.
    pub fn dirty(&self, path: &Path) -> bool {
        patch::canonical(&self.document, path) != patch::canonical(&self.baseline, path)
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
        let kind = follow_to_field(&self.document, path)?.kind;
        let issues = self.ledger.issues().filter(|issue| issue.path == *path).cloned().collect();
        Ok(self.state(path, kind, issues))
    }

    /// All issues of the value, in document order, and then those of the card's state: what the validator reports for
    /// [`value`](CardForm::value).
    pub fn issues(&self) -> Vec<&Issue> {
        self.ledger.issues().chain(&self.unreadable).collect()
    }

    /// The top-level fields that differ from the card's or, without a card, from the initial ones.
    pub fn changes(&self) -> Vec<FieldChange> {
        patch::changes(&self.document, &self.baseline)
    }

    /// The whole value as JSON text, every value as it was given; in host notation where JSON has no word for one.
    pub fn value(&self) -> String {
        text(&self.document)
    }

    /// What is to be sent, as text like [`value`](CardForm::value): with a card the top-level fields that differ from the
    /// card's, each as a whole; without one, the whole value. A field that was removed is not in it, for an update cannot
    /// say that.
    pub fn patch(&self) -> String {
        match self.card {
            Some(_) => text(&patch::patch(&self.document, &self.baseline)),
            None => self.value(),
        }
    }

    /// The validator's report on [`patch`](CardForm::patch), from which the request is [prepared](Report::prepare).
    pub fn report(&self) -> Report {
        self.validator.validate_host(&self.patch())
    }

    /// The canonical body that is to be sent, if it is valid.
    pub fn body(&self) -> Option<String> {
        self.report().into_result().ok().map(|(body, _)| body)
    }

    fn facts(&self) -> Facts<'_> {
        self.validator.facts(&self.document, self.card.as_ref())
    }

    fn state(&self, path: &Path, kind: Option<&'static Kind>, issues: Vec<Issue>) -> FieldState {
        let facts = self.facts();
        let Facets { value, required, relevant } = Facets::new(&facts, path);
        let measure = Measure::new(&self.document, self.document.locate(path.segments()), kind);
        FieldState {
            path: path.clone(),
            value,
            count: measure.count,
            unit: measure.unit,
            graphemes: measure.graphemes,
            limit: measure.limit,
            remaining: measure.remaining(),
            required,
            relevant,
            locked: lock(&facts, path.segments()),
            touched: self.touched(path),
            dirty: self.dirty(path),
            issues,
        }
    }

    /// Reads the text of a value that is meant for a path.
    fn read(
        &self,
        path: &Path,
        kind: Option<&'static Kind>,
        text: &str,
    ) -> Result<Document<'static>, FormError> {
        let depth = path.segments().len();
        let value = parse_inside(text.as_bytes(), Notation::Host, kind, depth, &mut Findings::default());
        value.map(Document::into_owned).map_err(|mut issue| {
            issue.path = Path([path.segments(), issue.path.segments()].concat());
            FormError::Unreadable { path: path.clone(), issue }
        })
    }

    /// Makes an edit that the path asks for, unless the value would become too large to be validated.
    fn apply(&mut self, edit: Edit, path: &Path) -> Result<Changes, FormError> {
        let size = size::size_after(&edit, &self.document, self.size);
        if size > MAX_BYTES && size > self.size {
            return Err(too_large(path, size));
        }
        Ok(self.commit(edit, size))
    }

    fn commit(&mut self, edit: Edit, size: usize) -> Changes {
        let facets = |form: &CardForm| -> Vec<(Path, Facets)> {
            let facts = form.facts();
            let paths = affected(&form.document, &edit.path).into_iter();
            paths
                .map(|path| {
                    let facets = Facets::new(&facts, &path);
                    (path, facets)
                })
                .collect()
        };
        let mut before: BTreeMap<Path, Facets> = facets(self).into_iter().collect();
        let mut revision = Revision::default();
        for Splice { parent, range, member } in edit.splices.into_iter().rev() {
            let length = member.as_ref().map_or(0, |(_, member)| member.nodes().len());
            self.ledger.splice(range.clone(), length, &mut revision);
            self.document.splice(parent, range, member);
        }
        self.size = size;
        self.ledger.judge(&self.validator, &self.document, self.card.as_ref(), &edit.path, &mut revision);
        if let Some((list, shift)) = &edit.shift {
            self.touched.shift(list, *shift);
        }
        let mut changed: Vec<Path> = Vec::new();
        for (path, now) in facets(self) {
            if before.remove(&path).is_none_or(|then| then != now) {
                changed.push(path);
            }
        }
        let facts = self.facts();
        changed.extend(
            before
                .into_iter()
                .filter(|(path, then)| Facets::new(&facts, path) != *then)
                .map(|(path, _)| path),
        );
        Changes::new(revision, self.states(&changed))
    }

    /// The states of those of the paths that lead to fields.
    fn states(&self, paths: &[Path]) -> Vec<FieldState> {
        let mut issues: BTreeMap<&Path, Vec<Issue>> = BTreeMap::new();
        for issue in self.ledger.issues() {
            issues.entry(&issue.path).or_default().push(issue.clone());
        }
        let state = |path: &Path| {
            let kind = follow_to_field(&self.document, path).ok()?.kind;
            Some(self.state(path, kind, issues.remove(path).unwrap_or_default()))
        };
        paths.iter().filter_map(state).collect()
    }
}

fn text(document: &Document<'_>) -> String {
    let mut text = String::new();
    write_as_is(document, 0, &mut text);
    text
}

fn too_large(path: &Path, size: usize) -> FormError {
    let issue = Issue::new(IssueCode::JsonTooLarge, path.clone());
    let issue = issue.with("max", MAX_BYTES).with("actual", size).with("unit", "byte");
    FormError::Unreadable { path: path.clone(), issue: Box::new(issue) }
}
