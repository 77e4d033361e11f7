import { core } from "../bridge/core.js";
import type { Reader } from "../bridge/reader.js";
import type { Host, PreparedRequestData, Scheme, SignedRequest } from "../bridge/types.js";
import { HOSTS, SCHEMES } from "../options/choices.js";
import { plainParts } from "../options/plain-parts.js";

/** The prepared request that an answer goes on with. `pkg/wasm/src/request.rs` wrote it. */
export function preparedOf(reader: Reader): PreparedRequestData {
	const { CoreRequestFlag } = core();
	const texts = {
		method: reader.text() as "PATCH",
		url: reader.text(),
		body: reader.text(),
		message: reader.text(),
		nonceStr: reader.text(),
		cardId: reader.text(),
		mchid: reader.text(),
		serialNo: reader.text(),
	};
	const wechatpaySerial = reader.optional();
	const flags = reader.number();
	return {
		...texts,
		host: HOSTS[flags & CoreRequestFlag.Backup ? 1 : 0] as Host,
		scheme: SCHEMES[flags & CoreRequestFlag.Sm2 ? 1 : 0] as Scheme,
		timestamp: reader.integer(),
		...(wechatpaySerial === undefined ? {} : { wechatpaySerial }),
	};
}

/** The signed request that an answer goes on with. */
export function signedOf(reader: Reader): SignedRequest {
	return {
		method: reader.text() as "PATCH",
		url: reader.text(),
		body: reader.text(),
		headers: Object.fromEntries(reader.list((of) => [of.text(), of.text()])),
	};
}

/** Data of a prepared request that comes from elsewhere. Throws a TypeError that names what has another type. */
export function readPrepared(data: object): PreparedRequestData {
	const parts = plainParts(data);
	const check = (name: string, isRight: boolean) => {
		if (!isRight) {
			throw new TypeError(`${name} of the prepared request is missing or not what toJSON returned`);
		}
	};
	for (const name of ["method", "url", "body", "message", "nonceStr", "cardId", "mchid", "serialNo"]) {
		check(name, typeof parts[name] === "string");
	}
	check("timestamp", Number.isSafeInteger(parts.timestamp));
	check("host", HOSTS.includes(parts.host as Host));
	check("scheme", SCHEMES.includes(parts.scheme as Scheme));
	check("wechatpaySerial", typeof (parts.wechatpaySerial ?? "") === "string");
	return parts as unknown as PreparedRequestData;
}
