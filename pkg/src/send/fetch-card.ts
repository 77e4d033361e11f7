import type { Api, DefaultApi, GetApi, SignedRequest, State } from "../bridge/types.js";
import { parseCard } from "../response/verify-response.js";
import { readSendOptions } from "./read-send-options.js";
import { getSource } from "./request-source.js";
import type { CardToFetch, SendOptions } from "./send-options.js";
import { sendWithin } from "./send-within.js";

/**
 * Reads a card, for the option `current`. Fulfils only if the verifier returned `true` and the response holds the
 * requested card. Otherwise it rejects and repeats as `send` does. `mayHaveUpdated` of its errors is always `false`.
 *
 * A signed request, such as `prepareGet(…).complete(…)`, is sent once.
 *
 * ```js
 * const current = await fetchCard({ cardId, mchid, serialNo, signer }, { verifier });
 * validate({ title: "会员卡" }, { current }).valid; // true
 * ```
 */
export async function fetchCard<A extends Api | GetApi = DefaultApi>(
	request: SignedRequest | CardToFetch<A>,
	options: SendOptions<A>,
): Promise<State<A>> {
	const source = getSource("fetchCard", request, options);
	const card = await sendWithin(source, readSendOptions(options, source.locale));
	return parseCard(card) as State<A>;
}
