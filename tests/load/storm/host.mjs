/**
 * The process under attack: the example of a signing server with a signer that records messages. It reports its port,
 * memory and signed messages to its parent, and ends on SIGTERM.
 */

import { createSigningServer, shutDown } from "../../../examples/signing-server/server.mjs";
import { recordingSigner } from "./recording-signer.mjs";

const { cards, limits, timeoutMs, graceMs } = JSON.parse(process.argv[2]);
const { signer, handed } = recordingSigner();
// The server's log about failing signers is expected, and long.
console.error = () => {};

const server = createSigningServer({
	signer,
	cardsOf: ({ headers }) => cards[headers.authorization?.replace(/^Bearer /, "")],
	timeoutMs,
	limits,
});
server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, () => {
	process.send({ port: server.address().port, resident: process.memoryUsage.rss() });
});
const watch = setInterval(() => process.send({ resident: process.memoryUsage.rss() }), 50);
process.on("message", () => process.send({ handed }));
process.once("disconnect", () => process.exit());
process.once("SIGTERM", async () => {
	await shutDown(server, graceMs);
	clearInterval(watch);
	process.send({ handed }, () => process.disconnect());
});
