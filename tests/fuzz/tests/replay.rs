//! Replays the corpus, so that past findings are tested without a fuzzer.

fn replay(target: &str) {
    let inputs = fuzz::corpus::read(target).expect("the target has a corpus");
    assert!(inputs.len() > 50, "{target}: {}", inputs.len());
    for input in inputs {
        println!("{}", input.escape_ascii()); // shown when it panics
        fuzz::run(target, &input);
    }
}

macro_rules! replays {
    ($($target:ident)*) => {
        $(#[test]
        fn $target() {
            replay(stringify!($target));
        })*

        #[test]
        fn every_target_is_replayed() {
            let replayed = [$(stringify!($target)),*];
            assert!(fuzz::TARGETS.iter().map(|(name, _)| *name).eq(replayed));
        }
    };
}

replays! { response form json message request update }
