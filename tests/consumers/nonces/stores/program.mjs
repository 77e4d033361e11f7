/** Servers that are started, broken and ended. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

const running = new Set();
process.on("exit", () => {
	for (const child of running) {
		child.kill("SIGKILL");
	}
});

/** Starts a program, and returns it when it has printed that it is ready. */
export async function startProgram(command, args, { ready, ...options }) {
	const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
	running.add(child);
	child.once("exit", () => running.delete(child));
	const printed = [];
	await new Promise((resolve, reject) => {
		const read = (line) => {
			printed.push(line);
			if (line.includes(ready)) {
				resolve();
			}
		};
		createInterface(child.stdout).on("line", read);
		createInterface(child.stderr).on("line", read);
		child.once("error", reject);
		child.once("exit", () => reject(new Error(`${command} ended:\n${printed.join("\n")}`)));
	});
	return child;
}

/** Ends a program, and waits until it has. */
export async function end(child, signal) {
	if (child.exitCode === null && child.signalCode === null) {
		const ended = once(child, "exit");
		child.kill(signal);
		await ended;
	}
}

/** A port of loopback that nobody listens to. */
export async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address();
	server.close();
	await once(server, "close");
	return port;
}
