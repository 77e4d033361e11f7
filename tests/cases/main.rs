//! Runs `tests/data/cases`. The npm package runs the same files.

mod case;
mod check;
mod compact;
mod coverage;
mod parameters;

/// Reports all failing cases together.
#[test]
fn every_case_gives_the_expected_issues() {
    let cases = case::all();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let complaints = check::complaints(case);
            (!complaints.is_empty())
                .then(|| format!("{}: {}\n    {}", case.file, case.name, complaints.join("\n    ")))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
