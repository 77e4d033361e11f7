//! Edits of a form session: each one is a splice of the document, followed by the checks that it affects.

use std::sync::Arc;

use super::card_form::CardForm;
use super::changed_fields::ChangedFields;
use super::changes::FormChanges;
use super::difference::add_different;
use super::edit::{self, Edit};
use super::error::FormError;
use super::field_conditions::dependents;
use super::issue_cache::IssueDiff;
use super::resolved_path::{follow, is_there};
use super::size::{check_size, size, size_after};
use crate::issue::findings::Findings;
use crate::issue::{Issue, Path, Segment};
use crate::json::parser::parse_inside;
use crate::json::{Document, HostValue, Value, read_value};
use crate::schema::Kind;

impl CardForm {
    /// Sets a field to a value, given as JSON text. A blank text removes the field.
    ///
    /// Invalid values are kept like any others, and reported as issues. The empty path means the whole payload.
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
    /// If the path leads nowhere or the value cannot be read; the form is then unchanged.
    pub fn set(&mut self, path: &Path, value: &str) -> Result<FormChanges, FormError> {
        let kind = follow(&self.document, path)?.kind;
        if value.trim().is_empty() {
            return self.remove(path);
        }
        let value = self.parse(path, kind, value)?;
        self.apply(edit::set(&self.document, path, value)?, path)
    }

    /// The same with a value of a host language. `undefined` removes the field.
    ///
    /// # Errors
    ///
    /// As for [`set`](CardForm::set).
    pub fn set_value(&mut self, path: &Path, value: HostValue<'_>) -> Result<FormChanges, FormError> {
        let kind = follow(&self.document, path)?.kind;
        let value = self.read(path, kind, value)?;
        match &value.nodes()[0].value {
            Value::NonJson(kind) if kind == "undefined" => self.remove(path),
            _ => self.apply(edit::set(&self.document, path, value)?, path),
        }
    }

    /// Sets a field to the value of its input element's text: see [`Endpoint::coerce`](crate::Endpoint::coerce).
    ///
    /// # Errors
    ///
    /// As for [`set`](CardForm::set).
    pub fn enter(&mut self, path: &Path, text: &str) -> Result<FormChanges, FormError> {
        match self.validator.endpoint().coerce(path, text) {
            Some(value) => self.set(path, &value),
            None => self.remove(path),
        }
    }

    /// Removes a field or list item; with the empty path, all fields.
    ///
    /// An update without a field leaves the card's value unchanged: see [`changes`](CardForm::changes).
    ///
    /// # Errors
    ///
    /// If the path leads nowhere. Removing an absent field changes nothing.
    pub fn remove(&mut self, path: &Path) -> Result<FormChanges, FormError> {
        let is_own = |path: &Path| !is_there(&self.baseline, path);
        match edit::remove(&self.document, path, is_own)? {
            Some(edit) => self.apply(edit, path),
            None => Ok(FormChanges::default()),
        }
    }

    /// Inserts an item into a list, before the given index.
    ///
    /// # Errors
    ///
    /// If there is no such list, the index exceeds its length, or the value cannot be read.
    pub fn insert(&mut self, list: &Path, index: usize, value: &str) -> Result<FormChanges, FormError> {
        let (item, kind) = self.item(list, index)?;
        let value = self.parse(&item, kind, value)?;
        self.apply(edit::insert(&self.document, list, index, value)?, &item)
    }

    /// The same with a value of a host language.
    ///
    /// # Errors
    ///
    /// As for [`insert`](CardForm::insert).
    pub fn insert_value(
        &mut self,
        list: &Path,
        index: usize,
        value: HostValue<'_>,
    ) -> Result<FormChanges, FormError> {
        let (item, kind) = self.item(list, index)?;
        let value = self.read(&item, kind, value)?;
        self.apply(edit::insert(&self.document, list, index, value)?, &item)
    }

    /// The path and type of an item to insert.
    fn item(&self, list: &Path, index: usize) -> Result<(Path, Option<&'static Kind>), FormError> {
        let kind = follow(&self.document, list)?.kind;
        Ok((list.clone().index(index), kind.and_then(|kind| kind.inside(&Segment::Index(index)))))
    }

    /// Moves a list item to another index, shifting the items between.
    ///
    /// # Errors
    ///
    /// If there is no such list, or an index is outside it.
    pub fn move_item(&mut self, list: &Path, from: usize, to: usize) -> Result<FormChanges, FormError> {
        self.apply(edit::move_item(&self.document, list, from, to)?, list)
    }

    /// Restores the initial values, and clears all touched marks.
    pub fn reset(&mut self) -> FormChanges {
        self.touched.clear();
        let edit = edit::set_whole(&self.document, Document::clone(&self.start));
        self.commit(edit, size(&self.start))
    }

    /// Parses JSON text for a path.
    fn parse(
        &self,
        path: &Path,
        kind: Option<&'static Kind>,
        text: &str,
    ) -> Result<Document<'static>, FormError> {
        let root = (kind, self.document.action());
        read_for(path, parse_inside(text.as_bytes(), root, path.into(), &mut Findings::default()))
    }

    /// Reads a value for a path.
    fn read(
        &self,
        path: &Path,
        kind: Option<&'static Kind>,
        value: HostValue<'_>,
    ) -> Result<Document<'static>, FormError> {
        let root = (kind, self.document.action());
        read_for(path, read_value(value, root, path.into(), &mut Findings::default()))
    }

    /// Applies an edit, unless the result would be too large.
    fn apply(&mut self, edit: Edit, path: &Path) -> Result<FormChanges, FormError> {
        let size = check_size(size_after(&edit, &self.document, self.size), path)?;
        Ok(self.commit(edit, size))
    }

    fn commit(&mut self, edit: Edit, size: usize) -> FormChanges {
        if let Some((list, list_edit)) = &edit.list_edit {
            self.touched.list_edit(list, *list_edit);
        }
        if edit.is_noop(&self.document) {
            return FormChanges::default();
        }
        let Edit { path, parent, range, member, .. } = edit;
        let dependents_before = dependents(self.validator.endpoint(), &self.context(), path.segments());
        let length = member.as_ref().map_or(0, |(_, member)| member.nodes().len());
        let is_null = |document: &Document<'_>, at: usize| {
            document.nodes().get(at).is_some_and(|node| node.value.is_null())
        };
        let becomes_null = member.as_ref().is_some_and(|(_, member)| is_null(member, 0));
        let is_in_place = range.len() == length && is_null(&self.document, range.start) == becomes_null;
        let mut diff = IssueDiff::default();
        self.issue_cache.splice(range.clone(), length, &mut diff);
        let before = Arc::make_mut(&mut self.document).splice(parent, range, member);
        self.size = size;
        let context = self.validator.context(&self.document, self.card.as_ref());
        self.issue_cache.update(&self.validator, &context, &path, is_in_place, &mut diff);

        let mut changed_fields = ChangedFields::default();
        changed_fields.add_around(&path);
        let gone = add_different(&path, before.as_ref(), &self.document, &mut changed_fields);
        changed_fields.add_dependents(
            &dependents_before,
            dependents(self.validator.endpoint(), &context, path.segments()),
        );
        for path in gone {
            changed_fields.add_once(path);
        }
        let fields = changed_fields.paths.into_iter().filter_map(|path| self.field(&path).ok());
        FormChanges::new(diff, fields.collect(), changed_fields.is_truncated)
    }
}

/// An owned document for a path, or the reason why it could not be read.
fn read_for(path: &Path, read: Result<Document<'_>, Box<Issue>>) -> Result<Document<'static>, FormError> {
    read.map(Document::into_owned).map_err(|mut issue| {
        issue.path = [path.segments(), issue.path.segments()].concat().into();
        FormError::Unreadable { path: path.clone(), issue }
    })
}
