/** The language of messages. */
export type Locale = "zh-CN" | "en";

/** The stable name of a problem. */
export type IssueCode = string;

/** The update as the API takes it. */
export type CardUpdate = Record<string, unknown>;

/** One problem of an input. */
export interface Issue {
	/** An input with warnings alone is valid. */
	severity: "error" | "warning";
	/** What it is: a stable name to branch on. */
	code: IssueCode;
	/** Where it is, as keys and indexes. */
	path: (string | number)[];
	/** Where it is, as a JSON pointer (RFC 6901). */
	pointer: string;
	/** The values that the message is filled with. */
	params: Record<string, string | number | boolean | (string | number)[]>;
	/** What to tell a person, in the asked language. */
	message: string;
}

/** What a validation found. */
export type Validation =
	| {
			valid: true;
			/** The normalized update. */
			value: CardUpdate;
			/** The canonical JSON: the body to sign and to send. */
			body: string;
			/** Warnings only. */
			issues: Issue[];
	  }
	| { valid: false; issues: Issue[] };

/** The signature schemes of APIv3. */
export type Scheme = "WECHATPAY2-SHA256-RSA2048" | "WECHATPAY2-SM2-WITH-SM3";

/** A request that waits for its signature, as plain data. */
export interface PreparedRequestData {
	readonly method: "PATCH";
	readonly url: string;
	readonly body: string;
	/** The canonical string to sign. */
	readonly message: string;
	/** In seconds. */
	readonly timestamp: number;
	readonly nonceStr: string;
	readonly cardId: string;
	readonly mchid: string;
	readonly serialNo: string;
	readonly host: "main" | "backup";
	readonly scheme: Scheme;
	readonly wechatpaySerial?: string;
}

/** A request that is ready to send: `fetch(request.url, request)` sends it. */
export interface SignedRequest {
	method: "PATCH";
	url: string;
	headers: Record<string, string>;
	body: string;
}
