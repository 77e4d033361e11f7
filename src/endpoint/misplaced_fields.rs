//! Explains a payload without any known field: where its fields are instead.

use crate::issue::{Issue, IssueCode};
use crate::json::{Document, Value};
use crate::schema::{Field, Mark, Path};
use crate::text::letters::is_same_word;

/// The most values that are examined; wrappers are small.
const MOST_VALUES: usize = 1000;
/// The deepest wrapper that is searched.
const MOST_STEPS: usize = 4;
/// The most keys that are listed.
const MOST_KEYS: usize = 5;

/// The issue about a payload without any listed field. `old_keys` are those in which an older API nests its fields.
pub(crate) fn no_known_field(code: IssueCode, document: &Document<'_>, old_keys: &[&str]) -> Issue {
    let issue = Issue::new(code, Path::root()).with("keys", first_keys(document));
    let is_old = |at: &usize| {
        is_object(document, *at) && key(document, *at).is_some_and(|key| old_keys.contains(&key))
    };
    let old_key = values(document, &[]).find(is_old).and_then(|at| key(document, at));
    match old_key {
        Some(old_key) => issue.quoting("old_key", old_key),
        None => {
            let misplaced = MisplacedFields::new(document, &[]);
            match api_of_members(document).filter(|_| misplaced.is_none()) {
                Some(api) => issue.with("api", api),
                None => misplaced.hint(issue),
            }
        }
    }
}

/// The first other API that one of the top-level keys belongs to.
fn api_of_members(document: &Document<'_>) -> Option<&'static str> {
    let table = document.table(0)?;
    document.members(0).take(MOST_VALUES).find_map(|member| table.api_of(key(document, member)?, &|_| false))
}

/// The first keys of a payload.
pub(crate) fn first_keys(document: &Document<'_>) -> Vec<String> {
    let keys = document.members(0).filter_map(|member| key(document, member));
    keys.take(MOST_KEYS).map(str::to_owned).collect()
}

/// Fields that were found elsewhere than at the top level under their own names.
pub(crate) struct MisplacedFields {
    /// The right names of top-level fields that are written differently, such as `logoUrl`.
    pub(crate) renamed: Vec<&'static str>,
    /// The object with the most fields, and how many.
    pub(crate) wrapper: Option<(Path, usize)>,
    /// A text that contains fields as JSON.
    text: Option<Path>,
}

impl MisplacedFields {
    /// Searches for fields of the table, and for `others`.
    pub(crate) fn new(document: &Document<'_>, others: &'static [&'static str]) -> MisplacedFields {
        let table = document.table(0).map(|table| table.fields).unwrap_or_default();
        let is_listed = |field: &&Field| field.mark(document.action()) != Mark::Unlisted;
        let listed = || table.iter().filter(is_listed).map(|field| field.name);
        let names = || listed().chain(others.iter().copied());
        let name_of = |at: usize| {
            let key = key(document, at)?;
            names().find(|name| is_same_word(name, key))
        };
        let mut misplaced = MisplacedFields { renamed: Vec::new(), wrapper: None, text: None };
        for member in document.members(0).take(MOST_VALUES) {
            if let Some(name) = name_of(member).filter(|name| key(document, member) != Some(name))
                && !misplaced.renamed.contains(&name)
            {
                misplaced.renamed.push(name);
            }
        }
        for at in values(document, others) {
            match &document.nodes()[at].value {
                Value::Object => {
                    let members = document.members(at).take(MOST_VALUES);
                    let fields = members.filter(|member| name_of(*member).is_some()).count();
                    if fields > misplaced.wrapper.as_ref().map_or(0, |(_, most)| *most) {
                        misplaced.wrapper = Some((document.path(at), fields));
                    }
                }
                Value::Text(text) if misplaced.text.is_none() && is_json_with(text, names()) => {
                    misplaced.text = Some(document.path(at));
                }
                _ => {}
            }
        }
        misplaced
    }

    /// Whether nothing was found.
    fn is_none(&self) -> bool {
        self.renamed.is_empty() && self.wrapper.is_none() && self.text.is_none()
    }

    /// Adds hints to an issue.
    pub(crate) fn hint(&self, issue: Issue) -> Issue {
        match (self.renamed.as_slice(), &self.wrapper, &self.text) {
            ([_, ..], ..) => {
                let names: Vec<String> = self.renamed.iter().map(|name| (*name).to_owned()).collect();
                issue.with("fields", names)
            }
            (_, Some((path, _)), _) => issue.with("wrapper", path.pointer()),
            (_, _, Some(path)) => issue.with("text", path.pointer()),
            _ => issue,
        }
    }
}

fn key<'d>(document: &'d Document<'_>, at: usize) -> Option<&'d str> {
    document.nodes()[at].name.key()
}

fn is_object(document: &Document<'_>, at: usize) -> bool {
    matches!(document.nodes()[at].value, Value::Object)
}

/// Whether a text looks like a JSON object with one of these keys, in quotation marks.
fn is_json_with(text: &str, keys: impl Iterator<Item = &'static str> + Clone) -> bool {
    let mut quoted = text.as_bytes().rsplit(|byte| *byte == b'"').skip(1);
    text.trim_ascii_start().starts_with('{')
        && quoted.any(|part| keys.clone().any(|key| key.as_bytes() == part))
}

/// Values that are nested only in objects, at most a few levels deep; top-level keys in `without` are skipped.
fn values<'d>(
    document: &'d Document<'_>,
    without: &'static [&'static str],
) -> impl Iterator<Item = usize> + 'd {
    let is_left_out = move |at: usize| {
        document.nodes()[at].parent == 0 && key(document, at).is_some_and(|key| without.contains(&key))
    };
    let is_entered =
        move |at: usize| is_object(document, at) && !is_left_out(at) && steps(document, at) < MOST_STEPS;
    let mut next = 1;
    let all = std::iter::from_fn(move || {
        let at = next;
        let node = document.nodes().get(at)?;
        next = if is_entered(at) { at + 1 } else { node.end };
        Some(at)
    });
    all.take(MOST_VALUES).filter(move |at| !is_left_out(*at))
}

/// The depth of a value.
fn steps(document: &Document<'_>, at: usize) -> usize {
    let around = |at: &usize| (*at > 0).then(|| document.nodes()[*at].parent);
    std::iter::successors(Some(at), around).count() - 1
}
