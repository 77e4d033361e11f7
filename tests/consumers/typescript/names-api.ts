/** The entries of card-member have several endpoints, so that each call must name one. */

import {
	CardForm,
	cardUpdateSchema,
	explainError,
	fetchCard,
	fields,
	inspectMessage,
	jsonSchema,
	PreparedRequest,
	type PreparedRequestData,
	prepare,
	prepareGet,
	prepareJson,
	type Signer,
	send,
	sign,
	updateCard,
	type Verifier,
	validate,
	validateJson,
	verifyResponse,
} from "wechatpay-membercard/card-member";

declare const data: PreparedRequestData;
declare const signer: Signer;
declare const verifier: Verifier;
const request = { cardId: "c", mchid: "m", serialNo: "s" };
const answer = { status: 400, headers: {}, body: "" };

// @ts-expect-error: it names no endpoint.
validate({});
// @ts-expect-error
validate({}, {});
// @ts-expect-error
validate({}, { locale: "en" });
// @ts-expect-error
validateJson("{}");
// @ts-expect-error
validateJson("{}", { locale: "en" });
// @ts-expect-error
new CardForm();
// @ts-expect-error
new CardForm({ locale: "en" });
// @ts-expect-error
fields();
// @ts-expect-error
fields("en");
// @ts-expect-error
fields({ locale: "en" });
// @ts-expect-error
cardUpdateSchema();
// @ts-expect-error
cardUpdateSchema({ omitBlank: true });
// @ts-expect-error
jsonSchema();
// @ts-expect-error
jsonSchema({ locale: "en" });
// @ts-expect-error
explainError(answer);
// @ts-expect-error
explainError(answer, "en");
// @ts-expect-error
inspectMessage("", { cardIds: ["c"] });
// @ts-expect-error
prepare({}, request);
// @ts-expect-error
prepareJson("{}", request);
// @ts-expect-error
sign({}, { ...request, signer });
// @ts-expect-error
send({ ...request, payload: {}, signer }, { verifier });
// @ts-expect-error
prepareGet(request);
// @ts-expect-error
fetchCard({ ...request, signer }, { verifier });
// @ts-expect-error
updateCard({ ...request, payload: {}, signer }, { verifier });
// @ts-expect-error
PreparedRequest.from(data);
// @ts-expect-error
verifyResponse(answer, { verifier });

// @ts-expect-error
export { cardUpdate } from "wechatpay-membercard/card-member";

// @ts-expect-error: a brand signs with its brandId.
prepare({}, { ...request, api: "card-member.brand.update" });
// @ts-expect-error: the query of a service provider's reading names the brand.
fetchCard({ ...request, api: "card-member.partner.update", signer }, { verifier });
// @ts-expect-error: what reads cards has no payload.
validate({}, { api: "card-member.brand.get" });
// @ts-expect-error: a creation changes no card.
updateCard({ ...request, api: "card-member.partner.create", payload: {}, signer }, { verifier });

export async function typed(): Promise<void> {
	const api = "card-member.partner.create";
	const created = await send({ api, payload: {}, mchid: "m", serialNo: "s", signer }, { verifier });
	const id: string = created.card_id;
	const ofBrand = {
		api: "card-member.brand.get",
		cardId: id,
		brandId: "1004",
		serialNo: "s",
		signer,
	} as const;
	const card = await fetchCard(ofBrand, { verifier });
	const title: string | undefined = card.card_title;
	const wished = { ...ofBrand, api: "card-member.brand.update", payload: { card_title: title } } as const;
	const outcome = await updateCard(wished, { verifier });
	const sent: string | undefined = outcome.status === "updated" ? outcome.body : undefined;
	const inspected = inspectMessage(sent ?? "", { api: "card-member.brand.get", cardIds: [id] });
	const nothing: undefined = inspected.accepted ? inspected.value : undefined;
	validate(nothing, { api: "card-member.brand.update", current: card });
}
