//! Counts tests, from the summaries of their runners.

use std::ops::AddAssign;

/// The numbers of passed and failed tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed, and failed steps without a failed test.
    pub failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Tally {
    /// A step that failed without counting tests.
    pub const FAILED_STEP: Tally = Tally { passed: 0, failed: 1 };

    /// Parses a runner's output. An unsuccessful run without failed tests counts as one failure.
    pub fn of(output: &str, succeeded: bool) -> Tally {
        let mut tally = Tally::default();
        for line in output.lines() {
            tally += of_rust(line).or_else(|| of_node(line)).unwrap_or_default();
        }
        if !succeeded && tally.failed == 0 {
            tally.failed = 1;
        }
        tally
    }
}

/// `test result: ok. 3 passed; 0 failed; 0 ignored; …`
fn of_rust(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| {
        counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim_end().parse::<usize>().ok())
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")? })
}

/// `ℹ pass 3`, `ℹ fail 0`, `ℹ cancelled 0`, each on its own line
fn of_node(line: &str) -> Option<Tally> {
    let (word, number) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Tally { passed: number, failed: 0 }),
        "fail" | "cancelled" => Some(Tally { passed: 0, failed: number }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn counts_every_summary_of_cargo() {
        let output = "running 4 tests\ntest a ... ok\n\
            test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(Tally::of(output, false), Tally { passed: 15, failed: 1 });
    }

    #[test]
    fn counts_the_summary_of_node() {
        let output = "▶ a suite\nℹ tests 9\nℹ suites 0\nℹ pass 6\nℹ fail 2\nℹ cancelled 1\nℹ skipped 0\n\
            ℹ duration_ms 12.5\n";
        assert_eq!(Tally::of(output, false), Tally { passed: 6, failed: 3 });
    }

    #[test]
    fn a_failure_without_a_failing_test_is_one() {
        assert_eq!(Tally::of("error: could not compile", false), Tally::FAILED_STEP);
        assert_eq!(Tally::of("", true), Tally::default());
    }
}
