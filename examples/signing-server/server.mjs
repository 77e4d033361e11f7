/** A signing server on `node:http`, with a limit on everything that a client can take from it. */

import { createServer } from "node:http";
import { signingHandler } from "./handler.mjs";

/** Time is in milliseconds. A client that trickles its bytes is cut off when the request's time is over. */
const LIMITS = {
	headersTimeout: 5_000,
	requestTimeout: 10_000,
	keepAliveTimeout: 5_000,
	connectionsCheckingInterval: 1_000,
	maxHeaderSize: 8_192,
};
/** Together with the longest message of the handler this bounds the memory that clients can fill: 131 MB. */
const MAX_CONNECTIONS = 2_000;
const GRACE_MS = 10_000;

/**
 * A server that only signs: see `signingHandler` for the options.
 *
 * - `limits`: other limits of `createServer`, and `maxConnections`, beyond which connections are closed at once
 */
export function createSigningServer({ limits = {}, ...options }) {
	const { maxConnections = MAX_CONNECTIONS, ...others } = limits;
	const server = createServer({ ...LIMITS, ...others }, signingHandler(options));
	server.maxConnections = maxConnections;
	return server;
}

/**
 * Takes no more connections, lets requests that are under way be answered, and fulfils when all is closed. After
 * `close` Node.js watches over no time limit any more, so that whoever is not done in time is cut off here.
 */
export function shutDown(server, graceMs = GRACE_MS) {
	return new Promise((resolve) => {
		const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
		server.close(() => {
			clearTimeout(cutOff);
			resolve();
		});
	});
}
