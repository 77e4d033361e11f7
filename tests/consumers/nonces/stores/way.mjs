/** A proxy to a server that can be slow, blocked, or cut off. */

import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** Opens a proxy to a port on loopback. */
export async function openWay(to) {
	const sockets = new Set();
	let delayMs = 0;
	let isCut = false;
	let held = withResolvers();
	held.resolve();

	const carry = (from, into) => {
		let before = Promise.resolve();
		from.on("data", (chunk) => {
			const due = Promise.all([before, pause(delayMs), held.promise]);
			before = due.then(() => into.write(chunk));
		});
		from.on("error", () => into.destroy());
		from.on("close", () => into.destroy());
		sockets.add(from);
		from.once("close", () => sockets.delete(from));
	};
	const server = createServer((near) => {
		if (isCut) {
			near.destroy();
			return;
		}
		const far = connect(to, "127.0.0.1");
		carry(near, far);
		carry(far, near);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");

	const cut = () => {
		isCut = true;
		for (const socket of sockets) {
			socket.destroy();
		}
	};
	return {
		port: server.address().port,
		slow: (milliseconds) => {
			delayMs = milliseconds;
		},
		hold: () => {
			held = withResolvers();
		},
		cut,
		/** Continues, and delivers what was blocked. */
		open: () => {
			delayMs = 0;
			isCut = false;
			held.resolve();
		},
		close: () => {
			cut();
			server.close();
		},
	};
}

function withResolvers() {
	let resolve;
	const promise = new Promise((set) => {
		resolve = set;
	});
	return { promise, resolve };
}
