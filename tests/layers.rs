//! Checks that dependencies between source files, and between folders, have no cycles and follow the layers in
//! `ARCHITECTURE.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, lowest first. Modules on one line do not depend on each other.
const LAYERS: &[&[&str]] = &[
    &["text", "clock"],
    &["schema"],
    &["wording"],
    &["issue"],
    &["json"],
    &["endpoint"],
    &["validate", "endpoints"],
    &["form", "json_schema", "migrate", "request"],
    &["response", "guard"],
    &["default_endpoint"],
    &["lib"],
];

/// A source file, by its module path: `schema::path`, and `lib` for the crate's root.
type Module = String;

/// The dependencies of all sources.
struct Sources {
    texts: BTreeMap<Module, String>,
    /// The origins of names that modules reexport.
    handed_on: BTreeMap<(Module, String), Vec<String>>,
    /// The modules of exported macros.
    macros: BTreeMap<String, Module>,
}

#[test]
fn no_file_leads_back_to_itself() {
    let uses = Sources::read().uses();
    let mut done = BTreeSet::new();
    for module in uses.keys() {
        if let Some(circle) = circle(module, &uses, &mut Vec::new(), &mut done) {
            panic!("files take from each other in a circle: {}", circle.join(" -> "));
        }
    }
    assert!(uses.len() > 100 && uses.values().map(BTreeSet::len).sum::<usize>() > 300);
}

#[test]
fn folders_take_from_lower_layers_only() {
    let uses = Sources::read().uses();
    let layer = |module: &str| {
        let folder = module.split("::").next().unwrap();
        let found = LAYERS.iter().position(|layer| layer.contains(&folder));
        (folder.to_owned(), found.unwrap_or_else(|| panic!("{folder} has no layer")))
    };
    for (from, to) in uses.iter().flat_map(|(from, all)| all.iter().map(move |to| (from, to))) {
        let ((here, above), (there, below)) = (layer(from), layer(to));
        assert!(here == there || above > below, "{from} takes from {to}");
    }
}

#[test]
fn only_the_default_names_an_endpoint() {
    for (module, used) in Sources::read().uses() {
        let folder = module.split("::").next().unwrap().to_owned();
        let is_allowed = ["endpoints", "default_endpoint", "lib"].contains(&folder.as_str());
        let named = used.iter().find(|used| used.starts_with("endpoints"));
        assert!(is_allowed || named.is_none(), "{module} names {named:?}");
    }
}

/// A cycle that a module is in or leads to.
fn circle(
    module: &Module,
    uses: &BTreeMap<Module, BTreeSet<Module>>,
    way: &mut Vec<Module>,
    done: &mut BTreeSet<Module>,
) -> Option<Vec<Module>> {
    if let Some(start) = way.iter().position(|before| before == module) {
        return Some(way[start..].iter().chain([module]).cloned().collect());
    }
    if done.contains(module) {
        return None;
    }
    way.push(module.clone());
    let found = uses[module].iter().find_map(|next| circle(next, uses, way, done));
    way.pop();
    done.insert(module.clone());
    found
}

impl Sources {
    fn read() -> Sources {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut texts: BTreeMap<Module, String> =
            files(&root).into_iter().map(|file| (module_of(&root, &file), code_of(&file))).collect();
        let of_tests: Vec<Module> =
            texts.iter().flat_map(|(module, text)| test_modules(module, text)).collect();
        texts.retain(|module, _| !of_tests.iter().any(|test| is_or_inside(module, test)));
        for text in texts.values_mut() {
            *text = without_tests(text);
        }
        let mut sources = Sources { handed_on: BTreeMap::new(), macros: BTreeMap::new(), texts };
        sources.index();
        sources
    }

    /// Collects reexports and macros.
    fn index(&mut self) {
        for (module, text) in &self.texts {
            for statement in text.split(';') {
                let statement = statement.trim();
                let handed = statement.rsplit_once("pub use ").or(statement.rsplit_once("pub(crate) use "));
                for path in handed.iter().flat_map(|(_, tree)| expand(tree)) {
                    let path = self.absolute(module, &path);
                    let name = path.last().unwrap().clone();
                    self.handed_on.insert((module.clone(), name), path);
                }
            }
            for (_, rest) in
                text.match_indices("macro_rules! ").map(|(at, found)| text.split_at(at + found.len()))
            {
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                self.macros.insert(name, module.clone());
            }
        }
    }

    /// The dependencies of each file.
    fn uses(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let of = |(module, text): (&Module, &String)| {
            let paths = paths_in(text).into_iter().map(|path| self.absolute(module, &path));
            let own = private_uses(text).into_iter().map(|path| self.absolute(module, &path));
            let used = paths.chain(own).map(|path| self.file_of(&path)).filter(|used| used != module);
            (module.clone(), used.collect())
        };
        self.texts.iter().map(of).collect()
    }

    /// A path from the crate's root. A path that starts with neither `crate` nor `super` starts with a child module.
    fn absolute(&self, module: &str, path: &[String]) -> Vec<String> {
        let mut around: Vec<String> = match module {
            "lib" => Vec::new(),
            _ => module.split("::").map(str::to_owned).collect(),
        };
        let mut path = path;
        if let [first, rest @ ..] = path
            && first == "crate"
        {
            (around, path) = (Vec::new(), rest);
        }
        while let [first, rest @ ..] = path
            && first == "super"
        {
            around.pop();
            path = rest;
        }
        around.into_iter().chain(path.iter().cloned()).collect()
    }

    /// The file that a path refers to, following reexports.
    fn file_of(&self, path: &[String]) -> Module {
        let deepest = (0..=path.len()).rev().map(|length| path[..length].join("::"));
        let module = deepest.filter(|module| self.texts.contains_key(module)).max_by_key(String::len);
        let module = module.unwrap_or_else(|| "lib".into());
        let depth = if module == "lib" { 0 } else { module.split("::").count() };
        match path.get(depth) {
            Some(name) if module == "lib" && self.macros.contains_key(name) => self.macros[name].clone(),
            Some(name) => match self.handed_on.get(&(module.clone(), name.clone())) {
                Some(origin) if origin != path => self.file_of(origin),
                _ => module,
            },
            None => module,
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let inside = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    entries.flat_map(inside).filter(|file| file.extension().is_some_and(|end| end == "rs")).collect()
}

fn module_of(root: &Path, file: &Path) -> Module {
    let path = file.strip_prefix(root).unwrap().with_extension("");
    let steps: Vec<&str> = path.iter().map(|step| step.to_str().unwrap()).collect();
    let steps = steps.strip_suffix(&["mod"]).unwrap_or(&steps);
    steps.join("::")
}

/// The text of a file without comments.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The modules of a file that are compiled only for tests.
fn test_modules(module: &str, text: &str) -> Vec<Module> {
    let marked = text.split("#[cfg(test)]").skip(1);
    let names = marked.filter_map(|rest| rest.trim_start().strip_prefix("mod ")?.split_once(';'));
    names.filter(|(name, _)| !name.contains('{')).map(|(name, _)| format!("{module}::{name}")).collect()
}

fn is_or_inside(module: &str, around: &str) -> bool {
    module.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// The code before the tests, which are at the end of a file.
fn without_tests(text: &str) -> String {
    let tests = ["#[cfg(test)]\nmod tests {", "#[cfg(all(test, feature = \"response\"))]\nmod tests {"];
    let end = tests.iter().filter_map(|tests| text.find(tests)).min();
    text[..end.unwrap_or(text.len())].to_owned()
}

/// All paths that start with `crate` or `super`. `$crate` in a macro is a dependency of its user.
fn paths_in(text: &str) -> Vec<Vec<String>> {
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| text.match_indices(start));
    let is_start = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || "_$:".contains(c));
    let trees = starts.filter(|(at, _)| is_start(*at)).map(|(at, _)| tree(&text[at..]));
    trees.flat_map(expand).filter(|path| path.len() > 1).collect()
}

/// Paths of private `use` statements that start with a child module.
fn private_uses(text: &str) -> Vec<Vec<String>> {
    let foreign = [
        "std",
        "serde",
        "serde_json",
        "thiserror",
        "encoding_rs",
        "percent_encoding",
        "base64",
        "pastey",
        "unicode_segmentation",
        "tsify",
        "wasm_bindgen",
        "proptest",
        "getrandom",
    ];
    let uses = text.lines().filter_map(|line| line.strip_prefix("use "));
    let own = uses.filter(|tree| {
        let first = tree.split("::").next().unwrap();
        !foreign.contains(&first) && !["crate", "super"].contains(&first)
    });
    own.flat_map(|line| expand(line.trim_end_matches(';'))).filter(|path| path.len() > 1).collect()
}

/// The path at the beginning of a text, including braces.
fn tree(text: &str) -> &str {
    let mut depth = 0;
    let end = text.find(|c: char| {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | ' ' | '\n' if depth > 0 => {}
            c if c.is_alphanumeric() || "_:*".contains(c) => {}
            _ => return true,
        }
        false
    });
    text[..end.unwrap_or(text.len())].trim_end_matches(':')
}

/// The paths of a `use` tree: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    let Some((before, inside)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap();
        return vec![
            path.split("::").filter(|step| !step.is_empty() && *step != "*").map(str::to_owned).collect(),
        ];
    };
    let before: Vec<String> = before.split("::").filter(|step| !step.is_empty()).map(str::to_owned).collect();
    let inside = inside.rsplit_once('}').map_or(inside, |(inside, _)| inside);
    let mut depth = 0;
    let parts = inside.split(|c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    });
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts.flat_map(expand).map(|path| before.iter().cloned().chain(path).collect()).collect()
}
