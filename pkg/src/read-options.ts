import type { CoreOptions, CoreRequestOptions } from "./core.js";
import { writeHostValue } from "./host-value.js";
import type { Signer } from "./signer.js";
import type { Host, Locale, Profile, Scheme } from "./types.js";

const LOCALES: readonly Locale[] = ["zh-CN", "en"];
const PROFILES: readonly Profile[] = ["partner", "merchant"];
const HOSTS: readonly Host[] = ["main", "backup"];
const SCHEMES: readonly Scheme[] = ["WECHATPAY2-SHA256-RSA2048", "WECHATPAY2-SM2-WITH-SM3"];
const NONCE_BYTES = 16;

type Options = Record<string, unknown>;

/** The options of a validation, checked and complete. Throws a TypeError that names the wrong option. */
export function readValidateOptions(options: unknown): CoreOptions {
	const given = optionsObject(options === undefined ? {} : options);
	const read: CoreOptions = {
		locale: oneOf(given, "locale", LOCALES) ?? "zh-CN",
		now: finiteNumber(given, "now") ?? Date.now(),
	};
	const { current } = given;
	if (current !== undefined) {
		read.current = writeHostValue(current);
	}
	const imageHosts = strings(given, "imageHosts");
	if (imageHosts !== undefined) {
		read.imageHosts = imageHosts;
	}
	const profile = oneOf(given, "profile", PROFILES);
	if (profile !== undefined) {
		read.profile = profile;
	}
	const chinaTime = boolean(given, "chinaTime");
	if (chinaTime !== undefined) {
		read.chinaTime = chinaTime;
	}
	return read;
}

/** The options of a request, checked and complete. Throws a TypeError that names the wrong option. */
export function readRequestOptions(options: unknown): CoreRequestOptions {
	const given = optionsObject(options);
	const read: CoreRequestOptions = {
		cardId: required(given, "cardId", string),
		mchid: required(given, "mchid", string),
		serialNo: required(given, "serialNo", string),
		timestamp: seconds(given, "timestamp") ?? Math.floor(Date.now() / 1000),
		nonceStr: string(given, "nonceStr") ?? randomNonce(),
	};
	const host = oneOf(given, "host", HOSTS);
	if (host !== undefined) {
		read.host = host;
	}
	const wechatpaySerial = string(given, "wechatpaySerial");
	if (wechatpaySerial !== undefined) {
		read.wechatpaySerial = wechatpaySerial;
	}
	const scheme = oneOf(given, "scheme", SCHEMES);
	if (scheme !== undefined) {
		read.scheme = scheme;
	}
	return read;
}

/** The signer among the options. */
export function readSigner(options: unknown): Signer {
	return required(optionsObject(options), "signer", (given, name) => {
		const value = given[name];
		return typeof value === "function" ? (value as Signer) : optional(value, name, "a function");
	});
}

function optionsObject(options: unknown): Options {
	if (typeof options !== "object" || options === null) {
		throw new TypeError(`options must be an object, not ${describe(options)}`);
	}
	return options as Options;
}

function required<T>(given: Options, name: string, read: (given: Options, name: string) => T | undefined): T {
	const value = read(given, name);
	if (value === undefined) {
		throw new TypeError(`options.${name} is missing`);
	}
	return value;
}

/** An option that is absent; any other value is refused. */
function optional(value: unknown, name: string, expected: string): undefined {
	if (value !== undefined) {
		throw new TypeError(`options.${name} must be ${expected}, not ${describe(value)}`);
	}
}

function string(given: Options, name: string): string | undefined {
	const value = given[name];
	return typeof value === "string" ? value : optional(value, name, "a string");
}

function boolean(given: Options, name: string): boolean | undefined {
	const value = given[name];
	return typeof value === "boolean" ? value : optional(value, name, "a boolean");
}

function strings(given: Options, name: string): string[] | undefined {
	const value = given[name];
	return Array.isArray(value) && value.every((item) => typeof item === "string")
		? [...value]
		: optional(value, name, "an array of strings");
}

function finiteNumber(given: Options, name: string): number | undefined {
	const value = given[name];
	return typeof value === "number" && Number.isFinite(value)
		? value
		: optional(value, name, "a finite number");
}

function seconds(given: Options, name: string): number | undefined {
	const value = given[name];
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
		? value
		: optional(value, name, "a whole number of seconds since the epoch");
}

function oneOf<T extends string>(given: Options, name: string, allowed: readonly T[]): T | undefined {
	const value = given[name];
	return allowed.includes(value as T)
		? (value as T)
		: optional(value, name, allowed.map((item) => JSON.stringify(item)).join(" or "));
}

/** A value in an error's message. Never throws, and never calls into the value. */
function describe(value: unknown): string {
	switch (typeof value) {
		case "string":
			return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
		case "number":
		case "boolean":
			return String(value);
		case "object":
			return value === null ? "null" : "an object of another kind";
		default:
			return typeof value;
	}
}

function randomNonce(): string {
	const bytes = globalThis.crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
		.join("")
		.toUpperCase();
}
