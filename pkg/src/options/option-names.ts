/** The name of every option of the package. `entries/options-named.ts` compares them with the declarations. */
const NAMES = [
	// The endpoint.
	"api",
	// Of a validation.
	"current",
	"locale",
	"imageHosts",
	"unknownKeys",
	"now",
	"profile",
	"chinaTime",
	"messages",
	// Of a request.
	"cardId",
	"mchid",
	"brandId",
	"serialNo",
	"timestamp",
	"nonceStr",
	"host",
	"wechatpaySerial",
	"scheme",
	"signer",
	// What the data of a prepared request hold besides: they may stand for its options.
	"method",
	"url",
	"body",
	"message",
	// Of a form, on a page or not.
	"initial",
	"show",
	"createCounters",
	"counterText",
	"onSubmit",
	"onInvalid",
	// Of a schema.
	"omitBlank",
	"target",
	"side",
	// Of the guard.
	"cardIds",
	"toleranceSeconds",
	"minNonceLength",
	"refuseWarnings",
	"allowWarnings",
	// Of nonces that servers share.
	"prefix",
	"table",
	"onFailure",
	// Of sending, and of the response.
	"payload",
	"verifier",
	"fetch",
	"signal",
	"timeoutMs",
	"budgetMs",
	"attempts",
	"clock",
	"delay",
	"onAttempt",
	"additionalOrigins",
] as const;

export type OptionName = (typeof NAMES)[number];

/** The names of all options of the package. */
export const OPTION_NAMES: ReadonlySet<string> = new Set(NAMES);
