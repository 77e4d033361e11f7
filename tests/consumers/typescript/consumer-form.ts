import { type Binding, bindForm, CardForm, type FieldState } from "wechatpay-membercard";
import * as member from "wechatpay-membercard/card-member/form";

const form = document.querySelector("form") as HTMLFormElement;
using session = new CardForm({ locale: "en" });
using binding: Binding = bindForm(form, session, {
	show: "always",
	counterText: ({ remaining }: FieldState) => String(remaining),
	onSubmit: ({ body }, event) => form.append(body, event.type),
});
// @ts-expect-error: only forms are bound.
bindForm(document.body, session);

const api = "card-member.partner.update";
const ofMember = new member.CardForm({ api });
member.bindForm(form, ofMember, { onSubmit: ({ value, body }) => form.append(value.brand_id, body) });

const isValid: boolean = binding.reportValidity();

export { isValid };
