/** The name of every option of the package. `entries/options-named.ts` compares them with the declarations. */
const NAMES = [
	// The endpoint.
	"api",
	// Validation.
	"current",
	"locale",
	"imageHosts",
	"unknownKeys",
	"now",
	"profile",
	"chinaTime",
	"messages",
	// Requests.
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
	// Further members of a prepared request's data, which may be passed as options.
	"method",
	"url",
	"body",
	"message",
	// Forms.
	"initial",
	"show",
	"createCounters",
	"counterText",
	"onSubmit",
	"onInvalid",
	// Schemas.
	"omitBlank",
	"target",
	"side",
	// The guard.
	"cardIds",
	"toleranceSeconds",
	"minNonceLength",
	"refuseWarnings",
	"allowWarnings",
	// Shared nonces.
	"prefix",
	"table",
	"onFailure",
	// Sending and responses.
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
