/** One of several signing servers: the example with a signer that records messages. */

import { recordingSigner } from "./recording-signer.mjs";
import { createSigningServer } from "./server.mjs";

const { cards, opener, address } = JSON.parse(process.argv[2]);
// The log about a failing store is expected, and long.
console.error = () => {};
const { openNonces } = await import(opener);
const opened = await openNonces(address);
const { signer, handed } = recordingSigner();

const server = createSigningServer({
	signer,
	cardsOf: ({ headers }) => cards[headers.authorization?.replace(/^Bearer /, "")],
	nonces: opened.nonces ?? opened,
	maxPending: 1_000,
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("message", () => process.send({ handed }));
process.once("disconnect", () => process.exit());
