import {
	type CardUpdate,
	type Issue,
	init,
	initSync,
	PreparedRequest,
	type PreparedRequestData,
	prepare,
	type RequestOptions,
	type SignedRequest,
	type Signer,
	SigningError,
	sign,
	type Validation,
	ValidationError,
	validate,
	validateJson,
	version,
} from "wechatpay-membercard";

const text: string = version();
const result: Validation = validate(
	{ title: text },
	{ locale: "en", now: 0, imageHosts: ["wxpaylogo.qpic.cn"] },
);
if (result.valid) {
	const value: CardUpdate = result.value;
	const mode: "SYSTEM_ALLOCATE" | "MERCHANT_DEPOSIT" | "REAL_TIME" | undefined = value.code_mode;
	// @ts-expect-error: the API has no such field.
	value.tilte = mode;
	const body: string = result.body;
	validateJson(body, { current: value });
} else {
	// @ts-expect-error: an update that is not valid has no body.
	result.body;
}
const first: Issue | undefined = validateJson(new Uint8Array()).issues[0];
if (first !== undefined) {
	const path: (string | number)[] = first.path;
	const severity: "error" | "warning" = first.severity;
	path.push(first.pointer, severity, first.message);
	const known: boolean = first.code === "too_long";
	// @ts-expect-error: no issue has such a code.
	path.push(known && first.code === "to_long" ? 1 : 0);
}
// @ts-expect-error: only text or bytes are JSON text.
validateJson({});
// What navigator.language holds is a language, too.
const language: string = "fr-CH";
validate({}, { locale: language, current: null });
// @ts-expect-error: the option is misspelt.
validate({}, { local: "en" });

const options: RequestOptions = { cardId: "c", mchid: "m", serialNo: "s", host: "backup", timestamp: 1 };
const request: PreparedRequest = prepare({}, options);
const data: PreparedRequestData = request.toJSON();
const signed: SignedRequest = PreparedRequest.from(data).complete(new Uint8Array([1]));
const headers: Record<string, string> = signed.headers;
// @ts-expect-error: the card must be named.
prepare({}, { mchid: "m", serialNo: "s" });
const warnings: readonly Issue[] = request.issues;
// @ts-expect-error: only `prepare` and `from` make requests.
new PreparedRequest(data);
// @ts-expect-error: a prepared request cannot be changed.
request.body = "{}";

const signer: Signer = async (message, { serialNo }) => `${message.length}${serialNo}`;
const later: Promise<SignedRequest> = sign({}, { ...options, signer });
// @ts-expect-error: a signer signs.
sign({}, { ...options, signer: () => 1 });
sign({}, { ...options, signer: () => new Uint8Array() }).catch((error: unknown) => {
	if (error instanceof ValidationError) {
		const issues: Issue[] = error.issues;
		return issues;
	}
	return error instanceof SigningError ? error.cause : undefined;
});

initSync(new Uint8Array());
const loaded: Promise<void> = init("membercard.wasm").then(() => init(new ArrayBuffer(1)));

export { headers, later, loaded, warnings };
