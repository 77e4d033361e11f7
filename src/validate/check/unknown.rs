//! Unknown keys, and suggestions for them.

use std::iter::successors;

use super::nearest::nearest;
use super::{CheckContext, Policy};
use crate::endpoint::{ANY, UnknownKeys};
use crate::issue::{Issue, IssueCode};
use crate::json::Document;
use crate::schema::{Action, Field, Kind, List, Mark, Object, Severity};
use crate::text::letters::{LetterSet, MAX_WORD_LENGTH, is_same_word};

/// Whether the value at `at` is nested under an unknown key.
pub(super) fn is_below_unknown(document: &Document<'_>, at: usize) -> bool {
    let around = |at: &usize| (*at > 0).then(|| document.nodes()[*at].parent);
    successors(around(&at), around).any(|at| document.is_unlisted(at))
}

/// Reports an unknown key.
pub(super) fn check(key: &str, policy: Policy<'_>, context: &mut CheckContext<'_, '_>) {
    let issue = match policy.unknown_keys {
        UnknownKeys::Warn => context.issue(IssueCode::UnknownKey),
        UnknownKeys::Refuse => context.issue(IssueCode::UnknownKey).severity(Severity::Error),
        UnknownKeys::Drop => context.issue(IssueCode::UnknownKeyDropped),
    };
    let issue = issue.quoting("key", key);
    // No suggestions for issues past the limit.
    let is_told = !context.is_late() || context.document().field(context.at()).is_some();
    context.report(if is_told {
        with_hint(with_other_api(issue, policy, context), key, context)
    } else {
        issue
    });
}

/// Adds the API that accepts the key, if known: a sibling endpoint, or another API.
pub(super) fn with_other_api(issue: Issue, policy: Policy<'_>, context: &CheckContext<'_, '_>) -> Issue {
    let (document, at) = (context.document(), context.at());
    let api = match (document.field(at), document.table(context.node().parent), context.node().name.key()) {
        (Some(field), ..) => policy.endpoint.sibling_that_takes(field).map(|sibling| sibling.name),
        (None, Some(table), Some(key)) => table.api_of(key, &|inside| document.member(at, inside).is_some()),
        _ => None,
    };
    match api {
        Some(api) => issue.with("api", api),
        None => issue,
    }
}

/// Adds a suggestion: a similar field of the same object, or the same field in its proper place.
fn with_hint(issue: Issue, key: &str, context: &CheckContext<'_, '_>) -> Issue {
    let (document, around) = (context.document(), context.node().parent);
    let (Some(table), Some(whole)) = (document.table(around), document.table(0)) else { return issue };
    if key.len() > MAX_WORD_LENGTH {
        return issue;
    }
    let api = Api { action: document.action(), key, letters: LetterSet::of(key) };
    let prefix =
        document.field(around).and_then(|field| field.name.split_once('_')).map(|(prefix, _)| prefix);
    let beside = api.fields(table).find(|field| api.is_name(field));
    if let Some(field) = beside.or_else(|| api.without_prefix(table, prefix?)) {
        return issue.with("nearest", field.name);
    }
    let places = match api.places(table) {
        inside if inside.is_empty() && around > 0 => api.places(whole),
        inside => {
            let own = document.path(around).pointer();
            inside.into_iter().map(|place| own.clone() + &place).collect()
        }
    };
    if !places.is_empty() {
        return issue.with("places", places);
    }
    // Fields that only other actions list are not misspelt.
    if document.field(context.at()).is_some() {
        return issue;
    }
    match nearest(key, &mut api.fields(table).map(|field| (field.name, field.letters))) {
        Some(nearest) => issue.with("nearest", nearest),
        None => issue,
    }
}

/// Looks up a key in the API.
struct Api<'k> {
    action: Action,
    key: &'k str,
    letters: LetterSet,
}

impl Api<'_> {
    /// The fields that an object lists.
    fn fields(&self, object: &'static Object) -> impl Iterator<Item = &'static Field> + use<> {
        let action = self.action;
        object.fields.iter().filter(move |field| field.mark(action) != Mark::Unlisted)
    }

    /// Whether the key equals a field's name, except for case and punctuation.
    fn is_name(&self, field: &Field) -> bool {
        self.letters == field.letters && is_same_word(field.name, self.key)
    }

    /// The field whose name has the object's own prefix: `appid` in `balance_information` means `balance_appid`.
    fn without_prefix(&self, object: &'static Object, prefix: &str) -> Option<&'static Field> {
        let rest = |name: &'static str| name.strip_prefix(prefix)?.strip_prefix('_');
        self.fields(object).find(|field| rest(field.name).is_some_and(|rest| is_same_word(rest, self.key)))
    }

    /// The places of a field with that name in an object, at any depth, as JSON pointers.
    fn places(&self, object: &'static Object) -> Vec<String> {
        let mut places = Vec::new();
        self.add_places(object, &mut Vec::new(), &mut places);
        places
    }

    fn add_places(&self, object: &'static Object, around: &mut Vec<&'static str>, places: &mut Vec<String>) {
        for field in self.fields(object) {
            if self.is_name(field) {
                places.push(around.concat() + "/" + field.name);
            }
            let (inner, items): (_, &[&str]) = match &field.kind {
                Kind::Object(inner) => (inner, &[]),
                Kind::List(List { item: Kind::Object(inner), .. }) => (inner, &["/", ANY]),
                _ => continue,
            };
            let outside = around.len();
            around.extend(["/", field.name].iter().chain(items));
            self.add_places(inner, around, places);
            around.truncate(outside);
        }
    }
}
