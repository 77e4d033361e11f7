/** The types of the answer, the guard and sending. */

import {
	type ApiErrorExplanation,
	compareSignInformation,
	explainError,
	type Inspection,
	inspectMessage,
	NonceMemory,
	type NonceStore,
	postgresNonces,
	type RequestToSign,
	ResponseError,
	type ResponseErrorCode,
	type ResponseParts,
	redisNonces,
	type SendAttempt,
	SendError,
	type SendOptions,
	SharedNonceMemory,
	type SignedRequest,
	send,
	type Verifier,
	verifyResponse,
} from "wechatpay-membercard";

const verifier: Verifier = async (message, signature, { serial, serialKind, signatureType, requestId }) =>
	message.length + signature.length > serial.length + signatureType.length &&
	serialKind === "public_key" &&
	requestId !== undefined;
const knowing: Verifier = (_message, _signature, { serial }) => (serial === "" ? "unknown_key" : true);
// @ts-expect-error: a verifier answers true, false or "unknown_key".
const signatureOnly: Verifier = (_, signature) => signature;

const incoming: { [name: string]: string | string[] | undefined } = { "request-id": "08F5-0" };
const parts: ResponseParts = { status: 204, headers: incoming, body: "" };
const forms: ResponseParts["headers"][] = [[["a", "b"]], new Map([["a", "b"]]), { a: ["b"] }];
verifyResponse(
	{ ...parts, headers: forms[0] ?? {} },
	{ verifier: knowing, now: 0, toleranceSeconds: 60, locale: "en" },
);
/** An answer as axios types it. */
declare const fromAxios: {
	data: string;
	status: number;
	headers: { [key: string]: unknown; get(name: string): string };
};
verifyResponse(fromAxios, { verifier });
verifyResponse({ statusCode: 204, headers: ["a", "b"], body: new ArrayBuffer(0) }, { verifier });
explainError({ status: 400, data: { code: "PARAM_ERROR" } });
// @ts-expect-error: an answer has a status.
verifyResponse({ headers: {}, body: "" }, { verifier });
// @ts-expect-error: without a verifier nothing is verified.
verifyResponse(parts, {});
// @ts-expect-error: a body is text or bytes.
verifyResponse({ ...parts, body: {} }, { verifier });

verifyResponse(parts, { verifier }).catch((error: unknown) => {
	if (error instanceof ResponseError) {
		const code: ResponseErrorCode = error.code;
		const explanation: ApiErrorExplanation | undefined = error.explanation;
		const doubt: boolean = error.mayHaveUpdated;
		return [code, explanation?.fields.map(({ path, pointer }) => [path, pointer]), error.retry.kind, doubt];
	}
	return error instanceof SendError ? error.code === "unknown_outcome" : undefined;
});

const { signInformation } = explainError({ status: 401, body: new Uint8Array() }, "en");
if (signInformation !== undefined) {
	const lines: string[] = compareSignInformation(signInformation, "").differences.map(({ line }) => line);
	lines.pop();
}

const memory = new NonceMemory(1000);
const inspection: Inspection = memory.remember(inspectMessage("", { cardIds: ["c"] }), { now: 0 });
const toSign: string = inspection.accepted ? inspection.message : (inspection.refusals[0]?.message ?? "");
inspectMessage(new Uint8Array(), { cardIds: "any", refuseWarnings: ["unknown_key"], profile: "merchant" });
// @ts-expect-error: which cards are expected must be said.
inspectMessage("", {});
// @ts-expect-error: no warning has such a code.
inspectMessage("", { cardIds: "any", refuseWarnings: ["unknwon_key"] });
inspectMessage("", { cardIds: "any", allowWarnings: ["unknown_key"] });
memory.dispose();

const store: NonceStore = { remember: async (nonceStr, expiresAt) => nonceStr.length > expiresAt };
const shared: SharedNonceMemory[] = [
	new SharedNonceMemory(store, { timeoutMs: 100, onFailure: (error: unknown) => void error }),
	redisNonces(async (...command: string[]) => command.length, { prefix: "n:" }),
	postgresNonces({ query: async () => ({ rows: [] }) }, { table: "sign.nonces" }),
];
shared[0]?.remember(inspection, { locale: "en" }).then(({ accepted }) => accepted);
// @ts-expect-error: a store says yes or no.
new SharedNonceMemory({ remember: async () => "OK" });

const attempts: SendAttempt[] = [];
const options: SendOptions = { verifier, attempts: 2, onAttempt: async (attempt) => attempts.push(attempt) };
const unsigned: RequestToSign = {
	cardId: "c",
	mchid: "m",
	serialNo: "s",
	payload: {},
	signer: () => new Uint8Array(),
};
declare const signed: SignedRequest;
const sent: Promise<void> = send(unsigned, options).then(() => send(signed, options));
send(signed, { ...options, additionalOrigins: ["http://127.0.0.1:8080"] });
// @ts-expect-error: an answer that was not verified is no success.
send(signed, {});
// @ts-expect-error: each attempt makes its timestamp.
send({ ...unsigned, timestamp: 1 }, options);

export { sent, signatureOnly, toSign };
