//! What changes a session: each edit is a splice of its document, judged where it may matter.

use std::collections::BTreeMap;

use super::card_form::CardForm;
use super::changes::Changes;
use super::coerce::coerce;
use super::edit::{self, Edit, Splice};
use super::error::FormError;
use super::facets::{Facets, affected, is_there};
use super::ledger::Revision;
use super::size::{check_size, size, size_after};
use super::trail::follow;
use crate::findings::Findings;
use crate::issue::{Path, Segment};
use crate::json::{Document, Notation, Value, parse_inside};
use crate::schema::Kind;

impl CardForm {
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
        self.commit(edit, size(&self.start))
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
            issue.path = [path.segments(), issue.path.segments()].concat().into();
            FormError::Unreadable { path: path.clone(), issue }
        })
    }

    /// Makes an edit that the path asks for, unless the value would become too large to be validated.
    fn apply(&mut self, edit: Edit, path: &Path) -> Result<Changes, FormError> {
        let size = check_size(size_after(&edit, &self.document, self.size), path)?;
        Ok(self.commit(edit, size))
    }

    fn commit(&mut self, edit: Edit, size: usize) -> Changes {
        let mut before = BTreeMap::new();
        before.extend(self.facets(&edit.path));
        let leaves_one_of_many = edit.splices.len() > 1;
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
        let inside = self.changed(&edit.path, before);
        let mut fields = Vec::new();
        if leaves_one_of_many || inside.iter().any(|(path, _)| *path == edit.path) {
            fields = self.around(&edit.path);
        }
        fields.extend(inside);
        Changes::new(revision, self.states(fields))
    }

    /// The facets of the fields that a change at a path may change.
    fn facets(&self, path: &Path) -> Vec<(Path, Facets)> {
        let facts = self.facts();
        let with_facets = |path: Path| {
            let facets = Facets::new(&facts, &path);
            (path, facets)
        };
        affected(&self.document, path).into_iter().map(with_facets).collect()
    }

    /// The facets of the objects and lists around a path.
    fn around(&self, path: &Path) -> Vec<(Path, Facets)> {
        let facts = self.facts();
        let steps = path.segments();
        let paths = (1..steps.len()).map(|depth| Path::from(steps[..depth].to_vec()));
        paths.map(|path| (path.clone(), Facets::new(&facts, &path))).collect()
    }

    /// The fields whose facets differ from those before a change at a path; the absent ones last.
    fn changed(&self, path: &Path, mut before: BTreeMap<Path, Facets>) -> Vec<(Path, Facets)> {
        let mut changed = self.facets(path);
        changed.retain(|(path, now)| before.remove(path).is_none_or(|then| then != *now));
        let facts = self.facts();
        // In the order of paths, what was inside of a value that is gone follows it.
        let mut gone: Option<Path> = None;
        for (path, then) in before {
            let inner = gone.as_ref().and_then(|gone| path.segments().strip_prefix(gone.segments()));
            let is_gone = inner.is_some();
            if inner.is_some_and(|inner| inner.iter().any(|step| matches!(step, Segment::Index(1..)))) {
                continue; // Of a list that is gone, only the first item still has a place.
            }
            let now = if is_gone { Facets::of_absent(&facts, &path) } else { Facets::new(&facts, &path) };
            if !is_gone && now.value.is_none() {
                gone = Some(path.clone());
            }
            if now != then {
                changed.push((path, now));
            }
        }
        changed
    }
}
