//! Words and values in the cells of a Markdown table.

use wechatpay_membercard::Parameter;

/// Text as it is.
pub fn plain(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").replace('*', "\\*")
}

/// Text as code. Characters that nobody sees are written as JSON escapes them.
pub fn code(text: &str) -> String {
    let visible: String = text.chars().map(visible).collect();
    format!("`{}`", visible.replace('|', "\\|"))
}

/// Code that is cut after so many characters.
pub fn code_up_to(max: usize, text: &str) -> String {
    match text.char_indices().nth(max) {
        Some((end, _)) => format!("{} …", code(&text[..end])),
        None => code(text),
    }
}

/// The names of parameters; those that may be missing have a `?`.
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
