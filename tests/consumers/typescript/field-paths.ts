/** Where fields are, the compiler knows. */

import {
	CardForm,
	type FieldPath,
	type FieldPointer,
	fields,
	type Issue,
	validate,
} from "wechatpay-membercard";
import * as member from "wechatpay-membercard/card-member/form";

const form = new CardForm();
form.set("/title", "会员卡");
form.set("title", "会员卡");
form.enter("/balance_information/balance_path", "pages/index");
form.insert("/user_information_form/custom_field_list", 0, {});
form.set("/user_information_form/custom_field_list/0/name", "喜欢的运动");
form.touch("/user_information_form/custom_field_list/0/values/1");
form.remove("/user_information_form/common_field_list/2");
form.field("");
form.dirty();

// @ts-expect-error: it is misspelt.
form.set("/tilte", "会员卡");
// @ts-expect-error: it is misspelt.
form.field("tilte");
// @ts-expect-error: a pointer has slashes.
form.set("balance_information.balance_path", "");
// @ts-expect-error: what lies deeper has a pointer.
form.field("balance_information/balance_path");
// @ts-expect-error: items have indexes.
form.field("/user_information_form/custom_field_list/first/name");
// @ts-expect-error: an item has no such field.
form.enter("/user_information_form/custom_field_list/0/nmae", "");
// @ts-expect-error: that is no list.
form.move("/titel", 0, 1);

// What a program puts together, the module decides.
const { issues } = validate({});
for (const { path } of issues) {
	form.field(path);
}
form.field(["user_information_form", "custom_field_list", issues.length, "name"]);
declare const name: string;
// @ts-expect-error: any text is no path.
form.field(name);
form.field(name as FieldPointer);

const pointer: FieldPointer = `/user_information_form/custom_field_list/${issues.length}/type`;
const path: FieldPath = pointer;
const first: Issue | undefined = issues[0];
const title = fields("en").find((field) => field.pointer === "/title");
const names = fields().find((field) => field.pointer === "/user_information_form/custom_field_list/*/name");
// @ts-expect-error: no field is there.
fields().find((field) => field.pointer === "/tilte");

const api = "card-member.partner.update";
const update: FieldPointer<"membercard-open.update"> = "/title";
const memberUpdate: member.FieldPointer<typeof api> = "/card_title";
// @ts-expect-error: that is a field of membercard-open.
const wrong: member.FieldPointer<typeof api> = "/title";
// @ts-expect-error: an update cannot change it.
const fixed: member.FieldPointer<typeof api> = "/card_type";
const created: member.FieldPointer<"card-member.partner.create"> = "/card_type";
const session = new member.CardForm({ api });
session.set("/card_title", "会员卡");
// @ts-expect-error: that is a field of membercard-open.
session.set("/title", "会员卡");
// @ts-expect-error: a brand does not give its own id.
new member.CardForm({ api: "card-member.brand.update" }).field("/brand_id");
const labels = member.fields({ api }).filter((field) => field.pointer !== "/brand_id");
// An entry for forms knows nothing of the other family.
// @ts-expect-error
member.cardUpdate;

export { created, first, fixed, labels, memberUpdate, names, path, title, update, wrong };
