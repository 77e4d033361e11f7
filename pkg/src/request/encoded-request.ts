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

/** Encodes the options of a request for the module. */
export function encodeRequest(request: RequestOptions): Uint8Array {
	return encode((to) => writeRequestOptions(to, request));
}

/** Encodes a prepared request for the module. */
export function encodePrepared(data: PreparedRequestData): Uint8Array {
	const own = ownMembers(data);
	return encode((to) => writePreparedRequestData(to, own));
}

/** Reads the data of a prepared request from elsewhere. Throws a TypeError that names the wrong member. */
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
	// Storage may have turned absent members into null.
	const { brandId, wechatpaySerial } = parts;
	return {
		...parts,
		brandId: brandId ?? undefined,
		wechatpaySerial: wechatpaySerial ?? undefined,
	} as PreparedRequestData;
}
