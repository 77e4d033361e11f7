/**
 * Clients that want to break the server, or to have signed what must not be. Each fulfils when its connection is closed:
 * with `false` if it had to give up because the server let it in for so long.
 */

import { randomBytes } from "node:crypto";
import { connect } from "node:net";

const GIVE_UP_MS = 30_000;
const TRICKLE_MS = 500;
const HUGE_BYTES = 2_000_000;

const head = ({ token }, ...headers) =>
	["POST /sign HTTP/1.1", "Host: x", `Authorization: Bearer ${token}`, ...headers, "", ""].join("\r\n");
const withLength = (known, length) => head(known, `Content-Length: ${length}`);
const chunk = (text) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** A message of which one byte comes at a time. */
export function trickle(message, known) {
	return attack(known.port, (socket) => {
		socket.write(withLength(known, Buffer.byteLength(message)));
		let sent = 0;
		const timer = setInterval(() => socket.write(message[sent++ % 5]), TRICKLE_MS);
		socket.on("close", () => clearInterval(timer));
	});
}

/** Headers that never end. */
export function trickleHeaders(_message, known) {
	return attack(known.port, (socket) => {
		socket.write("POST /sign HTTP/1.1\r\n");
		const timer = setInterval(() => socket.write("X-A: b\r\n"), TRICKLE_MS);
		socket.on("close", () => clearInterval(timer));
	});
}

/** A message that is cut in its middle. */
export function cutInTheMiddle(message, known) {
	return attack(known.port, (socket) => {
		const bytes = Buffer.from(message);
		socket.write(withLength(known, bytes.length));
		socket.write(bytes.subarray(0, bytes.length >> 1), () => socket.destroy());
	});
}

/** A message that has come in whole, in a request that has not: its last chunk is missing. */
export function cutBeforeTheEnd(message, known) {
	return attack(known.port, (socket) => {
		socket.write(head(known, "Transfer-Encoding: chunked"));
		socket.write(chunk(message), () => socket.destroy());
	});
}

/** The same, with an end of the stream in good order. */
export function endWithoutTheEnd(message, known) {
	return attack(known.port, (socket) => {
		socket.end(head(known, "Transfer-Encoding: chunked") + chunk(message));
	});
}

/** More than any message has. */
export function huge(message, known) {
	return attack(known.port, (socket) => {
		socket.end(withLength(known, HUGE_BYTES) + message.padEnd(HUGE_BYTES, "x"));
	});
}

/** The same, whose length nothing says beforehand. */
export function hugeInChunks(message, known) {
	return attack(known.port, (socket) => {
		const piece = chunk(message.padEnd(HUGE_BYTES / 10, "x"));
		socket.end(head(known, "Transfer-Encoding: chunked") + piece.repeat(10));
	});
}

/** Bytes that are not HTTP. */
export function garbage(_message, known) {
	return attack(known.port, (socket) => socket.end(randomBytes(2_000)));
}

/** Two lengths at once: what one reader takes for the body is another one's next request. */
export function smuggle(message, known) {
	return attack(known.port, (socket) => {
		const inner = withLength(known, Buffer.byteLength(message)) + message;
		socket.end(head(known, "Content-Length: 4", "Transfer-Encoding: chunked") + chunk(inner));
	});
}

/** A connection that says nothing. */
export function silence(_message, known) {
	return attack(known.port, () => {});
}

/** Headers larger than any login. */
export function largeHeaders(_message, known) {
	return attack(known.port, (socket) => socket.end(head(known, `X-A: ${"b".repeat(100_000)}`)));
}

function attack(port, act) {
	return new Promise((resolve) => {
		let cutOff = true;
		const socket = connect(port, "127.0.0.1", () => act(socket));
		const giveUp = setTimeout(() => {
			cutOff = false;
			socket.destroy();
		}, GIVE_UP_MS);
		socket.resume();
		// That the server cuts it off is what it expects.
		socket.on("error", () => {});
		socket.on("close", () => {
			clearTimeout(giveUp);
			resolve(cutOff);
		});
	});
}
