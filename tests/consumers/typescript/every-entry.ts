/** Every entry is found, in every way of resolving. */

import { version } from "wechatpay-membercard";
import { CardForm as MemberForm } from "wechatpay-membercard/card-member";
import { bindForm } from "wechatpay-membercard/card-member/form";
import { bindForm as bindInline } from "wechatpay-membercard/card-member/form/inline";
import { bindForm as bindOnWeb } from "wechatpay-membercard/card-member/form/web";
import { inspectMessage } from "wechatpay-membercard/card-member/inline";
import { validate as validateMember } from "wechatpay-membercard/card-member/validate";
import { validate as validateInline } from "wechatpay-membercard/card-member/validate/inline";
import { validate as validateOnWeb } from "wechatpay-membercard/card-member/validate/web";
import { send } from "wechatpay-membercard/card-member/web";
import { CardForm } from "wechatpay-membercard/form";
import { fields } from "wechatpay-membercard/form/inline";
import { initSync } from "wechatpay-membercard/form/web";
import { sign } from "wechatpay-membercard/inline";
import { init } from "wechatpay-membercard/miniprogram";
import { certificateSerialNo, merchantKey } from "wechatpay-membercard/node";
import { validate } from "wechatpay-membercard/validate";
import { flatten } from "wechatpay-membercard/validate/inline";
import { treeify } from "wechatpay-membercard/validate/web";
import { verifyResponse } from "wechatpay-membercard/web";
import { wechatpayKeys } from "wechatpay-membercard/webcrypto";

const text: string = version();
const valid: boolean = validate({}).valid;
const message: string | undefined = flatten([]).formErrors[0];
const errors: string[] = treeify([]).errors;
const label: string | undefined = fields("en")[0]?.label;
const functions = [bindForm, bindInline, bindOnWeb, initSync, inspectMessage, send, sign, verifyResponse];
const serialNo: string = merchantKey({ key: "", certificate: certificateSerialNo("") }).serialNo;
const verifier: Promise<unknown> = wechatpayKeys({ a: "" }).then((keys) => keys.verifier);
const validations = [validateMember, validateInline, validateOnWeb];
const loaded: Promise<void> = init("/membercard.wasm.br");

// @ts-expect-error: there is no such entry.
export * from "wechatpay-membercard/from";
export {
	CardForm,
	errors,
	functions,
	label,
	loaded,
	MemberForm,
	message,
	serialNo,
	text,
	valid,
	validations,
	verifier,
};
