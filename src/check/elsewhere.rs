//! A payload that has no field of the API where fields belong: what it is instead, and where its fields are.

use crate::issue::{Issue, IssueCode, Path};
use crate::json::{Document, Value};
use crate::schema::{CARD_UPDATE, is_same_word};

/// So many values are looked at, and no more: wrappers are small on the outside.
const MOST_VALUES: usize = 1000;
/// Wrappers are not nested deeper.
const MOST_STEPS: usize = 4;
/// So many keys are told.
const MOST_KEYS: usize = 5;
/// What the older card API (公众号卡券) puts its fields into.
const OLD_KEYS: &[&str] = &["member_card", "base_info"];

/// The issue of an update that has keys, but none that the API lists.
pub(crate) fn no_known_field(document: &Document<'_>) -> Issue {
    let issue = Issue::new(IssueCode::NoKnownField, Path::root()).with("keys", keys(document));
    let values = || values(document, &[]);
    let is_old =
        |at: &usize| is_object(document, *at) && OLD_KEYS.iter().any(|key| is_called(document, *at, key));
    match values().find(is_old).and_then(|at| document.nodes()[at].name.key()) {
        Some(old_key) => issue.quoting("old_key", old_key),
        None => with_hint(issue, &Elsewhere::new(document, &[])),
    }
}

/// The first keys of a payload.
pub(super) fn keys(document: &Document<'_>) -> Vec<String> {
    let keys = document.members(0).filter_map(|member| document.nodes()[member].name.key());
    keys.take(MOST_KEYS).map(str::to_owned).collect()
}

/// Adds to an issue where the fields are.
pub(super) fn with_hint(issue: Issue, elsewhere: &Elsewhere) -> Issue {
    let Elsewhere { renamed, wrapper, text } = elsewhere;
    match (renamed.as_slice(), wrapper, text) {
        ([_, ..], ..) => {
            issue.with("fields", renamed.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
        }
        (_, Some((path, _)), _) => issue.with("wrapper", path.to_string()),
        (_, _, Some(path)) => issue.with("text", path.to_string()),
        _ => issue,
    }
}

/// Where fields are that are not at the top level under their names.
pub(super) struct Elsewhere {
    /// The fields that stand at the top level under names in another form, such as `logoUrl`, by their right names.
    pub(super) renamed: Vec<&'static str>,
    /// The object that holds the most fields, if one holds any, and how many.
    pub(super) wrapper: Option<(Path, usize)>,
    /// A text that holds fields as JSON.
    text: Option<Path>,
}

impl Elsewhere {
    /// Looks for the fields of an update, and for those beside them.
    pub(super) fn new(document: &Document<'_>, others: &'static [&'static str]) -> Elsewhere {
        let names = || CARD_UPDATE.fields.iter().map(|field| field.name).chain(others.iter().copied());
        let key = |at: usize| document.nodes()[at].name.key();
        let name_of = |at: usize| names().find(|name| key(at).is_some_and(|key| is_same_word(name, key)));
        let mut elsewhere = Elsewhere { renamed: Vec::new(), wrapper: None, text: None };
        for member in document.members(0).take(MOST_VALUES) {
            if let Some(name) = name_of(member).filter(|name| key(member) != Some(name))
                && !elsewhere.renamed.contains(&name)
            {
                elsewhere.renamed.push(name);
            }
        }
        for at in values(document, others) {
            match &document.nodes()[at].value {
                Value::Object => {
                    let members = document.members(at).take(MOST_VALUES);
                    let count = members.filter(|member| name_of(*member).is_some()).count();
                    if count > elsewhere.wrapper.as_ref().map_or(0, |(_, most)| *most) {
                        elsewhere.wrapper = Some((document.path(at), count));
                    }
                }
                Value::Text(text) if elsewhere.text.is_none() && is_json_with(text, names()) => {
                    elsewhere.text = Some(document.path(at));
                }
                _ => {}
            }
        }
        elsewhere
    }
}

/// Whether a text looks like the JSON of an object that has one of these keys.
fn is_json_with(text: &str, mut keys: impl Iterator<Item = &'static str>) -> bool {
    text.trim_start().starts_with('{') && keys.any(|key| text.contains(&["\"", key, "\""].concat()))
}

/// The values inside of a payload that only objects are around, a few steps deep, without those of some keys at the top
/// level.
fn values<'d>(
    document: &'d Document<'_>,
    without: &'static [&'static str],
) -> impl Iterator<Item = usize> + 'd {
    let mut next = 1;
    let steps = |mut at: usize| {
        let mut steps = 0;
        while at > 0 {
            at = document.nodes()[at].parent;
            steps += 1;
        }
        steps
    };
    let is_inside = move |at: usize| {
        let node = &document.nodes()[at];
        let is_left_out = node.parent == 0 && without.iter().any(|key| is_called(document, at, key));
        node.value == Value::Object && !is_left_out && steps(at) < MOST_STEPS
    };
    let all = std::iter::from_fn(move || {
        let at = next;
        let node = document.nodes().get(at)?;
        next = if is_inside(at) { at + 1 } else { node.end };
        Some(at)
    });
    all.take(MOST_VALUES).filter(move |at| {
        document.nodes()[*at].parent != 0 || !without.iter().any(|key| is_called(document, *at, key))
    })
}

fn is_object(document: &Document<'_>, at: usize) -> bool {
    document.nodes()[at].value == Value::Object
}

fn is_called(document: &Document<'_>, at: usize, key: &str) -> bool {
    document.nodes()[at].name.key() == Some(key)
}
