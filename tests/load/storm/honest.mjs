/** Clients that prepare an update, submit it, and await the response. */

import assert from "node:assert/strict";
import { request as open } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { prepare } from "../../../pkg/dist/index.mjs";
import { signatureOf } from "./recording-signer.mjs";

const TRIES = 60;
const PATIENCE_MS = 20_000;

/** The message of an update with a title. */
export function prepared({ cardId }, title) {
	const description = `使用须知\n${"约".repeat(Math.floor(Math.random() * 400))}`;
	return prepare(
		{ title, description },
		{ cardId, mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" },
	).message;
}

/**
 * After these the same message may be handed in again: it was not read in time, or nobody was free. So it may when the
 * connection was cut off; had the message been signed, the next answer would say so.
 */
const CUT_OFF = "cut off";
const AGAIN = [408, 503, CUT_OFF];

/** Submits a message, again while the server is busy. Returns status and body of the last response. */
export async function handIn(message, { port, token }) {
	for (let left = TRIES; ; left -= 1) {
		const answer = await post(message, { port, token });
		if (!AGAIN.includes(answer.status) || left === 0) {
			return answer;
		}
		await pause(100 + Math.random() * 200);
	}
}

/** Fails unless the response has the signature of this message. */
export function assertSigned({ status, body }, message) {
	assert.equal(status, 200, JSON.stringify(body));
	assert.equal(body.signature, signatureOf(message).toString("base64"));
}

function post(message, { port, token }) {
	return new Promise((resolve, reject) => {
		const headers = { Authorization: `Bearer ${token}`, "Content-Length": Buffer.byteLength(message) };
		const options = { host: "127.0.0.1", port, path: "/sign", method: "POST", headers, agent: false };
		const request = open(options, async (response) => {
			try {
				const text = Buffer.concat(await response.toArray());
				resolve({ status: response.statusCode, body: text.length > 0 ? JSON.parse(text) : undefined });
			} catch (error) {
				reject(error);
			}
		});
		request.setTimeout(PATIENCE_MS, () => request.destroy(new Error("no answer")));
		request.on("error", (error) =>
			error.code === "ECONNRESET" ? resolve({ status: CUT_OFF }) : reject(error),
		);
		request.end(message);
	});
}
