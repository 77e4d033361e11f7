//! Which parameters the messages of a code have.

/// A parameter that the messages of a code have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What its values are.
    pub kind: ParamKind,
    /// Whether a message may be without it.
    pub is_optional: bool,
}

/// What the values of a parameter are. They are raw, so that another program can write them in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParamKind {
    /// A whole number.
    Integer,
    /// A whole number, or its digits as a text if it is beyond ±(2^53 − 1).
    Number,
    /// A text.
    Text,
    /// Several texts.
    TextList,
    /// What the other parameters count: `character` (a Unicode code point) or `byte`.
    Unit,
}

impl Parameter {
    pub(crate) const fn always(name: &'static str, kind: ParamKind) -> Parameter {
        Parameter { name, kind, is_optional: false }
    }

    pub(crate) const fn sometimes(name: &'static str, kind: ParamKind) -> Parameter {
        Parameter { name, kind, is_optional: true }
    }
}
