//! TypeScript declarations of issues: the code determines the parameters.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const ISSUE: &str = r#"
/** One problem of an input, in one language, of that code. */
export interface IssueOf<Code extends IssueCode> extends Omit<AnyIssue, "code" | "params"> {
    /** What it is: a stable name to branch on. */
    code: Code;
    /** The values that the message is filled with. Those of other codes are absent. */
    params: IssueParams[Code] & { [Name in Exclude<IssueParamName, keyof IssueParams[Code]>]?: undefined };
}

/** The names of all parameters. */
export type IssueParamName = { [Code in IssueCode]: keyof IssueParams[Code] }[IssueCode];

/** One problem of an input, in one language. Its code tells which parameters it has. */
export type Issue = { [Code in IssueCode]: IssueOf<Code> }[IssueCode];
"#;

/// The type of a code's parameters.
macro_rules! params {
    () => { "Record<never, never>" };
    ({ $($param:ident: $kind:ident),* $(; $($extra:ident: $extra_kind:ident),+)? }) => {
        concat!(
            "{ ",
            $(stringify!($param), ": ", $crate::issue::typescript::param!($kind), "; ",)*
            $($(stringify!($extra), "?: ", $crate::issue::typescript::param!($extra_kind), "; ",)+)?
            "}"
        )
    };
}

/// The type of one parameter: see [`ParamKind`](super::ParamKind).
macro_rules! param {
    (Integer) => {
        "number"
    };
    (Number) => {
        "number | string"
    };
    (Text) => {
        "string"
    };
    (TextList) => {
        "string[]"
    };
    (Unit) => {
        "\"character\" | \"byte\""
    };
}

pub(super) use {param, params};
