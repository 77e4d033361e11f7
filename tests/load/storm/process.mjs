/** The process under attack, from outside: its port, its memory, what its signer was handed. */

import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const HOST = join(import.meta.dirname, "host.mjs");

/** Starts it. */
export async function startHost(options) {
	const child = fork(HOST, [JSON.stringify(options)]);
	const resident = [];
	child.on("message", (told) => told.resident && resident.push(told.resident));
	const ended = once(child, "exit");
	const { port } = await told(child, "port");
	return { port, resident, handed, stop, kill: () => child.kill("SIGKILL") };

	/** The messages that its signer was handed so far. */
	async function handed() {
		child.send("handed");
		return (await told(child, "handed")).handed;
	}

	/** Asks it to end: when it has, how it did, and all that its signer was ever handed. */
	async function stop() {
		child.kill("SIGTERM");
		const { handed } = await told(child, "handed");
		const [code, signal] = await ended;
		return { handed, code, signal };
	}
}

/** The next thing of that name that the child tells. */
function told(child, name) {
	return new Promise((resolve, reject) => {
		const listen = (message) => {
			if (name in message) {
				child.off("message", listen);
				resolve(message);
			}
		};
		child.on("message", listen);
		child.once("exit", () => reject(new Error(`it ended before it told its ${name}`)));
	});
}
