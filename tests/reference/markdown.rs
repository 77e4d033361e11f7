//! Cells of Markdown tables.

use wechatpay_membercard::Parameter;

/// Literal text.
pub fn plain(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").replace('*', "\\*")
}

/// Text as code. Hidden characters are escaped as in JSON.
pub fn code(text: &str) -> String {
    let visible: String = text.chars().map(visible).collect();
    format!("`{}`", visible.replace('|', "\\|"))
}

/// Code, truncated after `max` characters.
pub fn code_up_to(max: usize, text: &str) -> String {
    match text.char_indices().nth(max) {
        Some((end, _)) => format!("{} …", code(&text[..end])),
        None => code(text),
    }
}

/// The names of parameters; optional ones have a `?`.
pub fn parameters(parameters: &[Parameter]) -> String {
    let names = parameters.iter().map(|parameter| {
        let mark = if parameter.is_optional { "?" } else { "" };
        code(&format!("{}{mark}", parameter.name))
    });
    names.collect::<Vec<_>>().join(" ")
}

/// A row of cells.
pub fn row<const N: usize>(cells: [String; N]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn visible(character: char) -> String {
    let is_quoted = matches!(character, '"' | '\'' | '\\');
    if is_quoted || character.escape_debug().len() == 1 {
        return character.into();
    }
    let mut units = [0; 2];
    character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}
