import type { VerifyOptions } from "./answer/verify-response.js";
import type { BindOptions } from "./bind/bind-form.js";
import type { CardFormOptions } from "./form/card-form.js";
import type { RememberOptions } from "./guard/accepted-nonce.js";
import type { InspectOptions } from "./guard/inspect-message.js";
import type { PostgresNoncesOptions } from "./guard/postgres-nonces.js";
import type { RedisNoncesOptions } from "./guard/redis-nonces.js";
import type { SignOptions } from "./options.js";
import type { RequestToSign, SendOptions } from "./send/send-options.js";
import type { SchemaOptions } from "./standard/card-update.js";
import type { JsonSchemaOptions } from "./standard/json-schema.js";
import type { PreparedRequestData } from "./types.js";

/** The options of the whole package: what a function does not use itself, it lets pass, so that one object serves all. */
type AnyOptions = SignOptions &
	CardFormOptions &
	SchemaOptions &
	JsonSchemaOptions &
	InspectOptions &
	RememberOptions &
	RedisNoncesOptions &
	PostgresNoncesOptions &
	RequestToSign &
	SendOptions &
	VerifyOptions &
	BindOptions &
	PreparedRequestData;

/** The name of every option. The type makes it say no more and no less than the declarations. */
const NAMES: Readonly<Record<keyof AnyOptions, true>> = {
	// Of a validation.
	current: true,
	locale: true,
	imageHosts: true,
	unknownKeys: true,
	now: true,
	profile: true,
	chinaTime: true,
	messages: true,
	// Of a request.
	cardId: true,
	mchid: true,
	serialNo: true,
	timestamp: true,
	nonceStr: true,
	host: true,
	wechatpaySerial: true,
	scheme: true,
	signer: true,
	// What the data of a prepared request hold besides: they may stand for its options.
	method: true,
	url: true,
	body: true,
	message: true,
	// Of a form, on a page or not.
	initial: true,
	show: true,
	createCounters: true,
	counterText: true,
	onSubmit: true,
	onInvalid: true,
	// Of a schema.
	omitBlank: true,
	target: true,
	side: true,
	// Of the guard.
	cardIds: true,
	toleranceSeconds: true,
	minNonceLength: true,
	refuseWarnings: true,
	allowWarnings: true,
	// Of nonces that servers share.
	prefix: true,
	table: true,
	onFailure: true,
	// Of sending, and of the answer.
	payload: true,
	verifier: true,
	fetch: true,
	signal: true,
	timeoutMs: true,
	budgetMs: true,
	attempts: true,
	clock: true,
	delay: true,
	onAttempt: true,
	additionalOrigins: true,
};

/** The names of all options of the package. */
export const OPTION_NAMES: ReadonlySet<string> = new Set(Object.keys(NAMES));
