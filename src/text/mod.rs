//! Text utilities that do not depend on the rest of the crate.

pub(crate) mod byte_classes;
pub(crate) mod date_time;
pub(crate) mod digits;
pub(crate) mod hidden;
pub(crate) mod letters;
pub(crate) mod locale;
pub(crate) mod repeats;
pub(crate) mod scan;
