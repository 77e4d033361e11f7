/**
 * Clients that attack the server. Each fulfils when its connection is closed, with `false` if the server kept it open
 * too long.
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

/** Sends a message byte by byte. */
export function trickle(message, known) {
	return attack(known.port, (socket) => {
		socket.write(withLength(known, Buffer.byteLength(message)));
		let sent = 0;
		const timer = setInterval(() => socket.write(message[sent++ % 5]), TRICKLE_MS);
		socket.on("close", () => clearInterval(timer));
	});
}

/** Sends endless headers. */
export function trickleHeaders(_message, known) {
	return attack(known.port, (socket) => {
		socket.write("POST /sign HTTP/1.1\r\n");
		const timer = setInterval(() => socket.write("X-A: b\r\n"), TRICKLE_MS);
		socket.on("close", () => clearInterval(timer));
	});
}

/** Sends half a message. */
export function cutInTheMiddle(message, known) {
	return attack(known.port, (socket) => {
		const bytes = Buffer.from(message);
		socket.write(withLength(known, bytes.length));
		socket.write(bytes.subarray(0, bytes.length >> 1), () => socket.destroy());
	});
}

/** Sends a whole message without the last chunk of the request. */
export function cutBeforeTheEnd(message, known) {
	return attack(known.port, (socket) => {
		socket.write(head(known, "Transfer-Encoding: chunked"));
		socket.write(chunk(message), () => socket.destroy());
	});
}

/** The same, and ends the stream properly. */
export function endWithoutTheEnd(message, known) {
	return attack(known.port, (socket) => {
		socket.end(head(known, "Transfer-Encoding: chunked") + chunk(message));
	});
}

/** Sends more than any message has. */
export function huge(message, known) {
	return attack(known.port, (socket) => {
		socket.end(withLength(known, HUGE_BYTES) + message.padEnd(HUGE_BYTES, "x"));
	});
}

/** The same without a Content-Length. */
export function hugeInChunks(message, known) {
	return attack(known.port, (socket) => {
		const piece = chunk(message.padEnd(HUGE_BYTES / 10, "x"));
		socket.end(head(known, "Transfer-Encoding: chunked") + piece.repeat(10));
	});
}

/** Sends bytes that are not HTTP. */
export function garbage(_message, known) {
	return attack(known.port, (socket) => socket.end(randomBytes(2_000)));
}

/** Sends two lengths: a parser may take the body for another request. */
export function smuggle(message, known) {
	return attack(known.port, (socket) => {
		const inner = withLength(known, Buffer.byteLength(message)) + message;
		socket.end(head(known, "Content-Length: 4", "Transfer-Encoding: chunked") + chunk(inner));
	});
}

/** Sends nothing. */
export function silence(_message, known) {
	return attack(known.port, () => {});
}

/** Sends headers that are too large. */
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
		// The server is expected to close the connection.
		socket.on("error", () => {});
		socket.on("close", () => {
			clearTimeout(giveUp);
			resolve(cutOff);
		});
	});
}
