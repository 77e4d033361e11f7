/** The types of every entry. */

import * as all from "wechatpay-membercard";
import * as form from "wechatpay-membercard/form";
import * as formInline from "wechatpay-membercard/form/inline";
import * as formWeb from "wechatpay-membercard/form/web";
import * as inline from "wechatpay-membercard/inline";
import * as miniProgram from "wechatpay-membercard/miniprogram";
import * as validation from "wechatpay-membercard/validate";
import * as validationInline from "wechatpay-membercard/validate/inline";
import * as validationWeb from "wechatpay-membercard/validate/web";
import * as web from "wechatpay-membercard/web";

type All = typeof all;
type Form = typeof form;

const wholes: readonly All[] = [all, inline, web];
const validations: readonly (typeof validation)[] = [validation, validationInline, validationWeb, form, all];
const forms: readonly Form[] = [form, formInline, formWeb, all];
const session: form.CardForm = new form.CardForm({ locale: "en" });
const update: form.CardUpdate = session.value();
const issue: form.Issue | undefined = form.validate(update).issues[0];

// @ts-expect-error: a form page verifies no answers.
form.verifyResponse;
// @ts-expect-error: nor do its types list any.
export type Refused = form.ApiErrorExplanation;
// @ts-expect-error: a page that only validates prepares no requests.
validation.prepare;
// @ts-expect-error: and takes objects, no JSON text.
validation.validateJson;
// @ts-expect-error: a Mini Program has no forms of a page.
miniProgram.bindForm;
// @ts-expect-error: and loads nothing but files of its code package.
miniProgram.init(new ArrayBuffer(1));
const loaded: Promise<void> = miniProgram.init("/sub/membercard.wasm.br");

export { forms, issue, loaded, validations, wholes };
