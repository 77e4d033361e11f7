/** The entries of card-member have several endpoints, so that each call must name one. */

import {
	CardForm,
	cardUpdateSchema,
	explainError,
	fields,
	inspectMessage,
	jsonSchema,
	PreparedRequest,
	type PreparedRequestData,
	prepare,
	prepareJson,
	type Signer,
	send,
	sign,
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
PreparedRequest.from(data);
// @ts-expect-error
verifyResponse(answer, { verifier });

// @ts-expect-error
export { cardUpdate } from "wechatpay-membercard/card-member";
