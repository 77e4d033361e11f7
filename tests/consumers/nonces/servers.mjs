/** Three signing servers behind one address. */

import { fork } from "node:child_process";
import { once } from "node:events";
import { request as open } from "node:http";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { prepare } from "wechatpay-membercard";

const CARD = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
const TOKEN = "5F1B0C6C1B7A4A3F";
const SERVERS = 3;
const PATIENCE_MS = 10_000;

/** A message that nobody handed in before. */
export function newMessage() {
	const request = { cardId: CARD, mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" };
	return prepare({ title: "会员卡" }, request).message;
}

/** The nonce of a message. */
export const nonceOf = (message) => message.split("\n")[3];

/** Starts the servers with what a module's `openNonces` opens at an address. */
export async function startServers(opener, address) {
	const options = JSON.stringify({ cards: { [TOKEN]: [CARD] }, opener, address });
	const hosts = Array.from({ length: SERVERS }, () => fork(join(import.meta.dirname, "host.mjs"), [options]));
	const messages = await Promise.all(hosts.map((host) => once(host, "message")));
	const balancer = await balance(messages.map(([{ port }]) => port));
	return {
		handIn: (message) => handIn(message, balancer.address().port),
		/** All messages that were ever handed to a signer. */
		async handed() {
			const answers = hosts.map((host) => {
				const answer = once(host, "message");
				host.send("handed");
				return answer;
			});
			return (await Promise.all(answers)).flatMap(([{ handed }]) => handed);
		},
		async close() {
			balancer.close();
			await Promise.all(hosts.map((host) => host.kill() && once(host, "exit")));
		},
	};
}

/** Leads each connection to the next server. */
async function balance(ports) {
	let next = 0;
	const server = createServer((near) => {
		next += 1;
		const far = connect(ports[next % ports.length], "127.0.0.1");
		near.pipe(far).pipe(near);
		near.on("error", () => far.destroy());
		far.on("error", () => near.destroy());
	}).listen({ port: 0, host: "127.0.0.1", backlog: 1024 });
	await once(server, "listening");
	return server;
}

/** What a server answers to a message: its status, and the code of its refusal. */
function handIn(message, port) {
	return new Promise((resolve, reject) => {
		const headers = { Authorization: `Bearer ${TOKEN}`, "Content-Length": Buffer.byteLength(message) };
		const options = { host: "127.0.0.1", port, path: "/sign", method: "POST", headers, agent: false };
		const request = open(options, async (response) => {
			const { refusals } = JSON.parse(Buffer.concat(await response.toArray()));
			resolve({ status: response.statusCode, code: refusals?.[0].code });
		});
		request.setTimeout(PATIENCE_MS, () => request.destroy(new Error("no answer")));
		request.on("error", reject);
		request.end(message);
	});
}
