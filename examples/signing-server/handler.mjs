/** What is signed, and for whom. The private key is behind `signer` and nowhere else. */

import { inspectMessage, NonceMemory } from "wechatpay-membercard";
import { readMessage } from "./read-message.mjs";
import { within } from "./within.mjs";

const MAX_SIGNATURES_PER_SECOND = 20;
/** More than this many signatures are not asked for at once, so that a slow signer is not buried. */
const MAX_PENDING = 100;
const TIMEOUT_MS = 5_000;

/**
 * What answers requests to sign, for a server of `node:http`.
 *
 * `POST /sign` with the message of a prepared request answers its signature in base64, or all reasons not to sign it.
 * Every answer is JSON: `{ signature }`, `{ refusals }` or `{ error }`.
 *
 * - `signer`: signs the bytes of a message, sync or async; it is also given a signal that says when it is too late
 * - `cardsOf`: says, sync or async, which cards whoever sent a request may update; nothing if they have not logged in
 * - `nonces`: the memory of nonces, which several servers must share; by default it is this process's own
 * - `maxPending`, `timeoutMs`: how many signatures may be waited for at once, and how long for each
 * - `expectations`: further options of `inspectMessage`, such as `imageHosts`
 */
export function signingHandler({
	signer,
	cardsOf,
	nonces = new NonceMemory(600 * MAX_SIGNATURES_PER_SECOND),
	maxPending = MAX_PENDING,
	timeoutMs = TIMEOUT_MS,
	...expectations
}) {
	let pending = 0;

	return async (request, response) => {
		try {
			answer(response, ...(await decide(request)));
		} catch (error) {
			// When the client has gone there is nobody to answer, and nothing to repair.
			if (!request.errored) {
				console.error(error);
				answer(response, 500, { error: "the server failed" });
			}
		}
	};

	async function decide(request) {
		if (request.method !== "POST" || request.url !== "/sign") {
			return [404, { error: "POST /sign" }];
		}
		const cardIds = await within(timeoutMs, () => cardsOf(request));
		if (cardIds === undefined) {
			return [401, { error: "log in first" }];
		}
		const message = await readMessage(request);
		if (message === undefined) {
			return [413, { error: "the message is too large" }];
		}
		if (pending >= maxPending) {
			return [503, { error: "busy: hand in the same message again" }];
		}
		pending += 1;
		try {
			const inspection = await nonces.remember(inspectMessage(message, { ...expectations, cardIds }));
			return inspection.accepted ? await signed(inspection.message) : refused(inspection);
		} finally {
			pending -= 1;
		}
	}

	/** The nonce counts as used now, whatever the signer does: it may have signed before it failed. */
	async function signed(message) {
		try {
			const signature = await within(timeoutMs, (signal) => signer(Buffer.from(message), signal));
			return [200, { signature: Buffer.from(signature).toString("base64") }];
		} catch (error) {
			console.error(error);
			return [502, { error: "the signer failed: prepare the request again" }];
		}
	}
}

function refused({ refusals }) {
	const isAway = refusals.some(({ code }) => code === "nonce_store_unavailable");
	return [isAway ? 503 : 403, { refusals }];
}

function answer(response, status, body) {
	const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
	response.writeHead(status, status === 503 ? { ...headers, "Retry-After": "1" } : headers);
	response.end(JSON.stringify(body));
}
