//! Texts: digits, runs of plain bytes, characters that nobody sees, moments, languages, repetitions. It knows nothing of this project.

pub(crate) mod byte_classes;
pub(crate) mod date_time;
pub(crate) mod digits;
pub(crate) mod hidden;
pub(crate) mod letters;
pub(crate) mod locale;
pub(crate) mod repeats;
pub(crate) mod scan;
