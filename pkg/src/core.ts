import * as glue from "./generated/membercard.js";
import type { Issue, Locale, PreparedRequestData, Profile, Scheme, SignedRequest } from "./types.js";

/** What the validator takes beside the payload. */
export interface CoreOptions {
	/** The card's current state, in host notation. */
	current?: string;
	locale: Locale;
	imageHosts?: string[];
	/** Milliseconds since the epoch. */
	now: number;
	profile?: Profile;
	chinaTime?: boolean;
}

/** What a request takes beside the payload. */
export interface CoreRequestOptions {
	cardId: string;
	mchid: string;
	serialNo: string;
	/** In seconds. */
	timestamp: number;
	nonceStr: string;
	host?: "main" | "backup";
	wechatpaySerial?: string;
	scheme?: Scheme;
}

/** What the core throws when an input is not valid. For anything else that it refuses, it throws an Error. */
export interface CoreRejection {
	issues: Issue[];
}

/** What the validator found; there is a body if the update is valid. */
export interface CoreReport {
	valid: boolean;
	body?: string;
	issues: Issue[];
}

/** The WebAssembly module's functions, as this package uses them. */
interface Core {
	version(): string;
	/** Validates JSON text, or host notation when `host` is true. */
	validate(text: string, host: boolean, options: CoreOptions): CoreReport;
	/** Validates the bytes of JSON text. */
	validate_bytes(bytes: Uint8Array, options: CoreOptions): CoreReport;
	/** Throws a `CoreRejection`. */
	prepare(
		text: string,
		host: boolean,
		options: CoreOptions,
		request: CoreRequestOptions,
	): PreparedRequestData;
	/** Checks everything in the data again. Throws a `CoreRejection`, or an Error if the data disagrees with itself. */
	restore(data: PreparedRequestData, options: CoreOptions): PreparedRequestData;
	/** Throws what `restore` throws, or an Error for a signature that cannot be one. */
	complete(data: PreparedRequestData, options: CoreOptions, signature: string | Uint8Array): SignedRequest;
}

const module: Core = glue;
let ready = false;

/** Whether the WebAssembly module is there. */
export function isReady(): boolean {
	return ready;
}

/** Starts the WebAssembly module, unless it is there. */
export function start(source: BufferSource | WebAssembly.Module): void {
	if (!ready) {
		glue.initSync({ module: source });
		ready = true;
	}
}

/** The functions of the WebAssembly module. */
export function core(): Core {
	if (!ready) {
		throw new Error(
			"wechatpay-membercard is not ready: call `await init()` once, before anything else of the package",
		);
	}
	return module;
}

/** Whether the core threw this because an input is not valid. */
export function isRejection(thrown: unknown): thrown is CoreRejection {
	return typeof thrown === "object" && thrown !== null && "issues" in thrown && Array.isArray(thrown.issues);
}
