//! Each family recognizes payloads of the others by names of fields. Only the names are copied into its own tables;
//! this test compares them with the other tables.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use wechatpay_membercard::schema::{Action, Body, Field, Kind, Object};
use wechatpay_membercard::{ENDPOINTS, Endpoint, Issue, IssueCode, Validator, card_member, membercard_open};

/// A family: the prefix of its endpoints, its table, and response fields that the table lacks.
struct Family {
    name: &'static str,
    table: &'static Object,
    state_fields: &'static [&'static str],
}

fn families() -> [Family; 2] {
    let family = |name, endpoint: &'static Endpoint| Family {
        name,
        table: object(&endpoint.body.kind),
        state_fields: endpoint.state_fields,
    };
    [family("membercard-open", &membercard_open::UPDATE), family("card-member", &card_member::PARTNER_UPDATE)]
}

#[test]
fn an_object_names_the_fields_that_only_another_family_has_there() {
    let [open, member] = families();
    for (here, there) in [(&open, &member), (&member, &open)] {
        let own: BTreeSet<&str> = fields(here.table).chain(here.state_fields.iter().copied()).collect();
        let of_the_other = fields(there.table).chain(there.state_fields.iter().copied());
        let only_there: BTreeSet<&str> = of_the_other.filter(|name| !own.contains(name)).collect();
        assert_named(here, there, here.table, only_there);
        for (ours, theirs) in shared_objects(here.table, there.table) {
            let own: BTreeSet<&str> = fields(ours).collect();
            let only_there: BTreeSet<&str> = fields(theirs).filter(|name| !own.contains(name)).collect();
            assert_named(here, there, ours, only_there);
        }
    }
}

#[test]
fn a_payload_for_another_endpoint_is_told_by_each_key_that_is_not_taken() {
    let mut told = 0;
    for endpoint in ENDPOINTS {
        for other in ENDPOINTS.iter().filter(|other| other != &endpoint) {
            for payload in payloads_of(other) {
                let report = Validator::of(endpoint).validate_json(payload.to_string().as_bytes());
                // A key of the response may be suggested for the same endpoint.
                let is_own = |issue: &&Issue| endpoint.state_fields.contains(&&issue.pointer()[1..]);
                let about_keys = report.issues().iter().filter(|issue| is_about_a_key(issue));
                for issue in about_keys.filter(|issue| !is_own(issue)) {
                    let api = issue.params.get("api").unwrap_or_else(|| {
                        panic!("{} in {}: {} says no API", issue.pointer(), endpoint.name, issue.code)
                    });
                    let api = serde_json::to_value(api).unwrap();
                    let api = api.as_str().expect("a name");
                    let taker = ENDPOINTS.iter().find(|endpoint| endpoint.name == api);
                    let is_taken = taker.is_some_and(|taker| takes(taker.body, &issue.pointer()));
                    let family = other.name.split('.').next().unwrap();
                    assert!(is_taken || api == family, "{} in {}: {api}", issue.pointer(), endpoint.name);
                    told += 1;
                }
            }
        }
    }
    assert!(told > 100, "{told}");
}

#[test]
fn a_payload_of_its_own_endpoint_is_told_nothing() {
    for endpoint in ENDPOINTS {
        for payload in payloads_of(endpoint) {
            let report = Validator::of(endpoint).validate_json(payload.to_string().as_bytes());
            let told = report.issues().iter().find(|issue| issue.params.get("api").is_some());
            assert_eq!(told, None, "{}", endpoint.name);
        }
    }
}

fn is_about_a_key(issue: &Issue) -> bool {
    matches!(issue.code, IssueCode::UnknownKey | IssueCode::FieldFixed)
}

/// The official example of an endpoint, or a corrected version if the example violates the rules.
fn payloads_of(endpoint: &Endpoint) -> Vec<Value> {
    let file = match endpoint.name {
        "membercard-open.update" => "example.json",
        "membercard-open.create" => "card_member/membercard-open-post-request.json",
        "card-member.partner.update" => "card_member/derived-partner-patch-accepted.json",
        "card-member.brand.update" => "card_member/derived-brand-patch-accepted.json",
        "card-member.partner.create" => "card_member/derived-partner-post-accepted.json",
        "card-member.brand.create" => "card_member/derived-brand-post-accepted.json",
        name => panic!("{name} has no example"),
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let text = fs::read_to_string(folder.join(file)).expect("an example");
    vec![serde_json::from_str(&text).expect("JSON")]
}

/// Whether a body accepts the top-level field at a pointer.
fn takes(body: &Body, pointer: &str) -> bool {
    let field = object(&body.kind).find(&pointer[1..]);
    field.is_some_and(|(_, field)| field.mark(body.action).is_taken())
}

fn object(kind: &Kind) -> &'static Object {
    match kind {
        Kind::Object(object) => object,
        _ => panic!("no object"),
    }
}

/// The names of fields that any action accepts.
fn fields(object: &'static Object) -> impl Iterator<Item = &'static str> {
    let is_listed = |field: &&Field| Action::ALL.iter().any(|action| field.mark(*action).is_taken());
    object.fields.iter().filter(is_listed).map(|field| field.name)
}

/// Whether an object of one family names the fields that it lacks and the other has there.
fn assert_named(here: &Family, there: &Family, object: &Object, only_there: BTreeSet<&str>) {
    let named = named(object, there.name);
    let file = format!("src/endpoints/{}/fields.rs", here.name.replace('-', "_"));
    let lists = format!("{file}, the lists of fields of {} (`unlike`)", there.name);
    let missing: Vec<_> = only_there.difference(&named).collect();
    assert!(missing.is_empty(), "{lists}: add {missing:?}");
    let needless: Vec<_> = named.difference(&only_there).collect();
    assert!(needless.is_empty(), "{lists}: remove {needless:?}");
}

/// The fields of another API that an object lists.
fn named(object: &Object, api: &str) -> BTreeSet<&'static str> {
    let others = object.others.iter().filter(|other| other.name == api);
    others.flat_map(|other| other.fields.iter().copied()).collect()
}

/// The objects with the same name in both tables.
fn shared_objects(one: &'static Object, other: &'static Object) -> Vec<(&'static Object, &'static Object)> {
    let pairs = one.fields.iter().filter_map(|field| Some((field, other.find(field.name)?.1)));
    let objects = pairs.filter_map(|(ours, theirs)| match (&ours.kind, &theirs.kind) {
        (Kind::Object(here), Kind::Object(there)) => Some((*here, *there)),
        _ => None,
    });
    objects.collect()
}
