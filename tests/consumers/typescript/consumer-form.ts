import { type Binding, bindForm, CardForm, type FieldState } from "wechatpay-membercard";

const form = document.querySelector("form") as HTMLFormElement;
using session = new CardForm({ locale: "en" });
using binding: Binding = bindForm(form, session, {
	show: "always",
	counterText: ({ remaining }: FieldState) => String(remaining),
	onSubmit: ({ body }, event) => form.append(body, event.type),
});
// @ts-expect-error: only forms are bound.
bindForm(document.body, session);
const isValid: boolean = binding.reportValidity();

export { isValid };
