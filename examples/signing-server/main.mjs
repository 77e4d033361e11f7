/**
 * Starts the signing server.
 *
 *     npm install wechatpay-membercard
 *     MERCHANT_KEY_FILE=apiclient_key.pem TOKENS_FILE=tokens.json PORT=8443 node main.mjs
 *
 * `tokens.json` holds the ids of the cards that each token may update: `{ "a long random token": ["card id"] }`. Put
 * a proxy that speaks TLS in front of it. SIGTERM and SIGINT end it when what is under way has been answered.
 */

import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { createSigningServer, shutDown } from "./server.mjs";

const { MERCHANT_KEY_FILE, TOKENS_FILE, PORT = "8443" } = process.env;
const cards = new Map(Object.entries(JSON.parse(readFileSync(TOKENS_FILE, "utf8"))));
const privateKey = createPrivateKey(readFileSync(MERCHANT_KEY_FILE));
const signInThread = promisify(sign);

const server = createSigningServer({
	signer: (message) => signInThread("sha256", message, privateKey),
	cardsOf: ({ headers }) => cards.get(headers.authorization?.replace(/^Bearer /, "")),
});
server.listen(Number(PORT), "127.0.0.1", () => {
	console.log(`http://127.0.0.1:${server.address().port}/sign`);
});
for (const signal of ["SIGINT", "SIGTERM"]) {
	process.once(signal, () => shutDown(server));
}
