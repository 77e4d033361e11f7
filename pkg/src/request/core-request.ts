import { core } from "../bridge/core.js";
import { inParts } from "../bridge/mailbox.js";
import type { PreparedRequestData } from "../bridge/types.js";
import { encoder } from "../bridge/utf8.js";
import { ownMembers } from "../options/own-members.js";
import type { ReadRequest } from "./read-options.js";

/** A request, as the module takes it; `pkg/wasm/src/request.rs` reads it. */
export interface CoreRequest {
	/** Its texts. */
	parts: Uint8Array;
	/** The sum of `CoreRequestFlag`s. */
	flags: number;
	/** In seconds. */
	timestamp: number;
}

/** The options of a request, for the module. */
export function coreRequest(request: ReadRequest): CoreRequest {
	return withTexts(request, []);
}

/** A request that was prepared, for the module. */
export function corePrepared(data: PreparedRequestData): CoreRequest {
	return withTexts(ownMembers(data), [data.method, data.url, data.body, data.message]);
}

function withTexts(request: ReadRequest, more: readonly string[]): CoreRequest {
	const { CoreRequestFlag } = core();
	const { cardId, mchid, serialNo, nonceStr, wechatpaySerial, host, scheme, timestamp } = request;
	const serial = wechatpaySerial === undefined ? [] : [wechatpaySerial];
	const texts = [cardId, mchid, serialNo, nonceStr, ...serial, ...more];
	const flags =
		(host === "backup" ? CoreRequestFlag.Backup : 0) |
		(scheme === "WECHATPAY2-SM2-WITH-SM3" ? CoreRequestFlag.Sm2 : 0) |
		(wechatpaySerial === undefined ? 0 : CoreRequestFlag.WechatpaySerial);
	return { parts: inParts(texts.map((text) => encoder.encode(text))), flags, timestamp };
}
