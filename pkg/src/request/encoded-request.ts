import type { PreparedRequestData } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import {
	HOSTS,
	type RequestOptions,
	SCHEMES,
	writePreparedRequestData,
	writeRequestOptions,
} from "../generated/records.js";
import { ownMembers, plainParts } from "../options/sanitize.js";

/** The options of a request, for the module. */
export function encodeRequest(request: RequestOptions): Uint8Array {
	return encode((to) => writeRequestOptions(to, request));
}

/** A request that was prepared, for the module. */
export function encodePrepared(data: PreparedRequestData): Uint8Array {
	const own = ownMembers(data);
	return encode((to) => writePreparedRequestData(to, own));
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
	check("host", HOSTS.includes(parts.host as PreparedRequestData["host"]));
	check("scheme", SCHEMES.includes(parts.scheme as PreparedRequestData["scheme"]));
	for (const name of ["brandId", "wechatpaySerial"]) {
		check(name, typeof (parts[name] ?? "") === "string");
	}
	// What stored it may have written null for what is absent.
	const { brandId, wechatpaySerial } = parts;
	return {
		...parts,
		brandId: brandId ?? undefined,
		wechatpaySerial: wechatpaySerial ?? undefined,
	} as PreparedRequestData;
}
