/** A signing server: the private key is here and nowhere else. */

import { sign } from "node:crypto";
import { createServer } from "node:http";
import { inspectMessage, NonceMemory } from "wechatpay-membercard";

const MAX_MESSAGE_BYTES = 300_000;
const MAX_SIGNATURES_PER_SECOND = 20;

/** A server that only signs: see `signingHandler`. */
export function createSigningServer(options) {
	return createServer(signingHandler(options));
}

/**
 * What answers requests to sign, for a server of `node:http`.
 *
 * `POST /sign` with the message of a prepared request answers its signature in base64, or all reasons not to sign it.
 *
 * - `privateKey`: the merchant's key, as `node:crypto` takes it
 * - `cardsOf`: says, sync or async, which cards whoever sent a request may update; nothing if they have not logged in
 * - `expectations`: further options of `inspectMessage`, such as `imageHosts`
 */
export function signingHandler({ privateKey, cardsOf, ...expectations }) {
	const nonces = new NonceMemory(600 * MAX_SIGNATURES_PER_SECOND);

	return async (request, response) => {
		try {
			const [status, answer] = await decide(request);
			response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
			response.end(JSON.stringify(answer));
		} catch (error) {
			console.error(error);
			response.destroy();
		}
	};

	async function decide(request) {
		if (request.method !== "POST" || request.url !== "/sign") {
			return [404, { error: "POST /sign" }];
		}
		const cardIds = await cardsOf(request);
		if (cardIds === undefined) {
			return [401, { error: "log in first" }];
		}
		const message = await read(request);
		if (message === undefined) {
			return [413, { error: "the message is too large" }];
		}
		const inspection = nonces.remember(inspectMessage(message, { ...expectations, cardIds }));
		if (!inspection.accepted) {
			return [403, { refusals: inspection.refusals }];
		}
		const signature = sign("sha256", Buffer.from(inspection.message), privateKey);
		return [200, { signature: signature.toString("base64") }];
	}
}

async function read(request) {
	const chunks = [];
	let length = 0;
	for await (const chunk of request) {
		length += chunk.length;
		if (length > MAX_MESSAGE_BYTES) {
			return undefined;
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
