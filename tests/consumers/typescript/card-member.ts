/** The endpoint that is named decides the types. */

import {
	type CardUpdate,
	CardForm as OpenForm,
	type Validation as OpenValidation,
	validate as validateOpen,
} from "wechatpay-membercard";
import {
	type Api,
	type Card,
	CardForm,
	type CardState,
	cardUpdateSchema,
	fields,
	inspectMessage,
	jsonSchema,
	type Payload,
	prepare,
	type RequestOptions,
	type State,
	send,
	type ValidateOptions,
	type Validation,
	validate,
	validateJson,
} from "wechatpay-membercard/card-member";
import * as form from "wechatpay-membercard/card-member/form";
import * as validation from "wechatpay-membercard/card-member/validate";

const api = "card-member.partner.update";
const found = validate({}, { api });
if (found.valid) {
	const brandId: string = found.value.brand_id;
	const title: string | undefined = found.value.card_title;
	// @ts-expect-error: an update cannot change it.
	found.value.card_type;
	// @ts-expect-error: that is a field of membercard-open.
	found.value.title;
	validateJson(found.body + brandId + title, { api });
}
const created = validateJson("{}", { api: "card-member.brand.create" });
if (created.valid) {
	const kind: "PURCHASE" | "NORMAL" | "BALANCE" = created.value.card_type;
	// @ts-expect-error: a brand does not give its own id.
	created.value.brand_id;
	kind.toLowerCase();
}
const update: Payload<"card-member.brand.update"> = { card_title: "会员卡" };
// @ts-expect-error: a creation has what it must have.
const creation: Payload<"card-member.partner.create"> = update;
const asValidated: Validation<"card-member.partner.update">["valid"] = found.valid;

const state: State<typeof api> = { card_title: "会员卡", state: "CARD_EFFECTIVE" };
const card: Card & CardState = state;
validate({}, { api, current: card });
// @ts-expect-error: the state is one of card-member.
validate({}, { api, current: { title: "会员卡" } });
// @ts-expect-error: there is no such endpoint.
validate({}, { api: "card-member.parter.update" });
const options: ValidateOptions<typeof api> = { api, current: null };

const request: RequestOptions<typeof api> = { ...options, cardId: "c", mchid: "m", serialNo: "s" };
const method: "PATCH" | "POST" | "GET" = prepare({}, request).method;
prepare({}, { api: "card-member.partner.create", mchid: "m", serialNo: "s" });
// @ts-expect-error: what updates a card names it.
prepare({}, { api, mchid: "m", serialNo: "s" });
send({ ...request, payload: {}, signer: () => "" }, { verifier: () => true });

const session = new CardForm({ api, initial: {} });
const value: { card_title?: string } = session.value();
const label: string | undefined = fields({ api, locale: "en" })[0]?.label;
const schema: Record<string, unknown> = jsonSchema({ api });
const inspection = inspectMessage("", { api, cardIds: [] });
const guarded: string | undefined = inspection.accepted ? inspection.value.brand_id : undefined;
const standard = cardUpdateSchema({ api })["~standard"].types?.output.brand_id;
const anyApi: Api = api;

// Today's programs name none, and may.
const today: OpenValidation = validateOpen({}, { api: "membercard-open.update" });
const body: CardUpdate | undefined = today.valid ? today.value : undefined;
const open: OpenForm = new OpenForm();
// @ts-expect-error: its endpoints are those of another entry.
validateOpen({}, { api });
form.validate({}, { api });
validation.validate({}, { api });

export { anyApi, asValidated, body, creation, guarded, label, method, open, schema, standard, value };
