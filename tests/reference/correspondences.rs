//! `docs/correspondences.md`: how the fields of older cards map to card-member.

use wechatpay_membercard::card_member::OLD_CARDS;
use wechatpay_membercard::endpoint::{Basis, Correspondence, Counterpart, OldCard};

use crate::markdown::{code, plain, row};

const HEAD: &str = "\
# Older cards 旧会员卡

[Documentation](README.md) | [文档](README.zh-CN.md)

How the fields of older cards map to `card-member`: see [the migration guide](recipes/migration.md). **Stated** mappings are
documented by both APIs; **inferred** ones rest on names alone: check them. Values of enumerations are written as the new
API writes them. A field without a row belongs to the row of its enclosing object. `*` stands for any list item.

旧会员卡的字段在 `card-member` 中对应什么；如何迁移见[迁移指南](recipes/migration.zh-CN.md)。**Stated（已确认）** 是两个接口文档描述一致的字段；
**inferred（推测）** 只依据字段名称，请核对。枚举值按新接口的写法填写。没有单独一行的字段，以其所在对象的那一行为准；`*` 表示列表的任意一项。
";
const TABLE: &str = "\
| field 字段 | becomes 对应 | basis 依据 | 说明 note |
| --- | --- | --- | --- |
";

/// The complete page.
pub fn page() -> String {
    HEAD.to_owned() + &OLD_CARDS.iter().map(section).collect::<String>()
}

fn section(old: &OldCard) -> String {
    let lines: String = old.fields.iter().map(line).collect();
    let given: Vec<_> =
        old.given.iter().map(|(to, value)| format!("{} = {}", code(to), code(value))).collect();
    let given = given.join(", ");
    format!("\n## {}\n\nThe new card also has 新卡另有：{given}\n\n{TABLE}{lines}", old.api)
}

fn line(field: &Correspondence) -> String {
    let becomes = match field.counterpart {
        Counterpart::Field(to) => code(to),
        Counterpart::Time(to) => format!("{} (seconds to RFC 3339 秒转为 RFC 3339)", code(to)),
        Counterpart::ByHand(fields) => {
            let fields: Vec<_> = fields.iter().map(|field| code(field)).collect();
            format!("by hand 自行填写：{}", fields.join(", "))
        }
        Counterpart::Nothing => "–".to_owned(),
    };
    let basis = match field.basis {
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
    };
    let note = field.note.map(|note| format!("{}<br>{}", plain(note.zh), plain(note.en)));
    row([code(field.from), becomes, basis.to_owned(), note.unwrap_or_default()])
}
