import type { Api, DefaultApi, SignedRequest, SuccessBody } from "../bridge/types.js";
import { parseCard } from "../response/verify-response.js";
import { readSendOptions } from "./read-send-options.js";
import { updateSource } from "./request-source.js";
import type { RequestToSign, SendOptions } from "./send-options.js";
import { sendWithin } from "./send-within.js";

/**
 * Sends an update or a creation: exactly the bytes that were signed. Fulfils only if WeChat Pay's response reports
 * success and the verifier returned `true`: with the card in the response, if there is one. Otherwise it rejects with a
 * SendError, or, before sending, with a TypeError, a ValidationError or a SigningError.
 *
 * A request to sign is repeated as WeChat Pay advises, and signed anew each time: with the same parameters after a 500,
 * a 202 and a probe; after a pause for a 429, 502 or 503; and once on the other host if no response came. A request
 * that is signed already is sent once, and only to WeChat Pay: its URL must be that of a card on one of the two hosts,
 * and it may have no other headers than a signed request.
 *
 * The request is read once, at the call.
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
