import type { Api, DefaultApi, SignedRequest, SuccessBody } from "../bridge/types.js";
import { parseCard } from "../response/verify-response.js";
import { readSendOptions } from "./read-send-options.js";
import { updateSource } from "./request-source.js";
import type { RequestToSign, SendOptions } from "./send-options.js";
import { sendWithin } from "./send-within.js";

/**
 * Sends an update or a creation: the exact bytes that were signed. It fulfils only when WeChat Pay's response reports success
 * and the verifier answered `true`, with the card that the response holds, if it holds one; otherwise it rejects with a SendError, or, before anything is sent, with a TypeError, a
 * ValidationError or a SigningError.
 *
 * A request that is still to be signed is repeated as WeChat Pay advises, signed anew each time: after a 500, a 202
 * and a probe with the same parameters, after a 429, 502 or 503 after a pause, and without any response once on the
 * other host. A request that is signed already is sent once, and only to WeChat Pay: its URL must be that of a card on
 * one of the two hosts, and it may have no headers but those of a signed request.
 *
 * The request is read once, when `send` is called.
 *
 * ```js
 * await send({ payload: { title: "会员卡" }, cardId, mchid, serialNo, signer }, { verifier });
 * ```
 */
export async function send<A extends Api = DefaultApi>(
	request: SignedRequest | RequestToSign<A>,
	options: SendOptions<A>,
): Promise<SuccessBody<A>> {
	const source = updateSource("send", request, options);
	const card = await sendWithin(source, readSendOptions(options, source.locale));
	return parseCard(card) as SuccessBody<A>;
}
