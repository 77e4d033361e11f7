/** One of several signing servers: the example as it stands, with a signer that keeps what it was handed. */

import { recordingSigner } from "./recording-signer.mjs";
import { createSigningServer } from "./server.mjs";

const { cards, opener, address } = JSON.parse(process.argv[2]);
// What is logged about a store that fails is expected here, and long.
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
