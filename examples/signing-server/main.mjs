/**
 * Starts the signing server.
 *
 *     npm install wechatpay-membercard redis    # or pg
 *     MERCHANT_KEY_FILE=apiclient_key.pem TOKENS_FILE=tokens.json PORT=8443 node main.mjs --nonces redis://127.0.0.1
 *
 * `--nonces` says where the nonces are that were signed: `redis://…` or `postgres://…`, which several of these servers
 * share, or `memory`, for a single one. What the store must be like is in `docs/recipes/shared-nonces.md`.
 *
 * `tokens.json` holds the ids of the cards that each token may update: `{ "a long random token": ["card id"] }`. Put
 * a proxy that speaks TLS in front of it. SIGTERM and SIGINT end it when what is under way has been answered.
 */

import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs, promisify } from "node:util";
import { openNonces } from "./nonces.mjs";
import { createSigningServer, shutDown } from "./server.mjs";

const { values } = parseArgs({ options: { nonces: { type: "string", default: "memory" } } });
const { MERCHANT_KEY_FILE, TOKENS_FILE, PORT = "8443" } = process.env;
const cards = new Map(Object.entries(JSON.parse(readFileSync(TOKENS_FILE, "utf8"))));
const privateKey = createPrivateKey(readFileSync(MERCHANT_KEY_FILE));
const signInThread = promisify(sign);

const { nonces, close } = await openNonces(values.nonces);
const server = createSigningServer({
	nonces,
	signer: (message) => signInThread("sha256", message, privateKey),
	cardsOf: ({ headers }) => cards.get(headers.authorization?.replace(/^Bearer /, "")),
});
server.listen(Number(PORT), "127.0.0.1", () => {
	console.log(`http://127.0.0.1:${server.address().port}/sign`);
});
for (const signal of ["SIGINT", "SIGTERM"]) {
	process.once(signal, () => shutDown(server).then(close));
}
