//! The parameters that each code declares.

/// A declared parameter of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// The type of its values.
    pub kind: ParamKind,
    /// Whether a message may lack it.
    pub is_optional: bool,
}

/// The type of a parameter's values. Values are raw, so that programs can format them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParamKind {
    /// A whole number.
    Integer,
    /// An integer; as text if it is beyond ±(2^53 − 1).
    Number,
    /// A text.
    Text,
    /// A list of texts.
    TextList,
    /// The unit of the other parameters: `character` (a Unicode code point) or `byte`.
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
