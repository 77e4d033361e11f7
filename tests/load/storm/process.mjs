/** Controls the process under attack: its port, memory and signed messages. */

import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const HOST = join(import.meta.dirname, "host.mjs");

/** Starts it. */
export async function startHost(options) {
	const child = fork(HOST, [JSON.stringify(options)]);
	const resident = [];
	child.on("message", ({ resident: bytes }) => bytes && resident.push(bytes));
	const ended = once(child, "exit");
	const { port } = await nextMessage(child, "port");
	return { port, resident, handed, stop, kill: () => child.kill("SIGKILL") };

	/** The messages that its signer has received. */
	async function handed() {
		child.send("handed");
		return (await nextMessage(child, "handed")).handed;
	}

	/** Ends it. Returns how it ended, and all messages of its signer. */
	async function stop() {
		child.kill("SIGTERM");
		const { handed } = await nextMessage(child, "handed");
		const [code, signal] = await ended;
		return { handed, code, signal };
	}
}

/** The child's next message with this name. */
function nextMessage(child, name) {
	return new Promise((resolve, reject) => {
		const listen = (message) => {
			if (name in message) {
				child.off("message", listen);
				resolve(message);
			}
		};
		child.on("message", listen);
		child.once("exit", () => reject(new Error(`it ended before it reported its ${name}`)));
	});
}
