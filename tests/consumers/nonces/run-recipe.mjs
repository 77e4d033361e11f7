/** Signs with `sign-for.ts` and what a file of the recipe opens, here and there, and where no store is. Prints what came of it. */

import { generateKeyPairSync } from "node:crypto";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { prepare } from "wechatpay-membercard";

const [file, url, nowhere] = process.argv.slice(2);
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
process.env.MERCHANT_KEY = privateKey.export({ type: "pkcs8", format: "pem" });
const { openNonces } = await import(file);
const { signFor } = await import(`${dirname(file)}/sign-for.js`);
const cardId = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
const request = { cardId, mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" };
const newMessage = () => prepare({ title: "会员卡" }, request).message;

async function sign(message, nonces) {
	const { status, body } = await signFor({ cardIds: [cardId] }, Buffer.from(message), nonces);
	return [status, body.refusals?.[0].code ?? null];
}

/** Waits until the store is connected. */
async function open(url) {
	const nonces = openNonces(url);
	while ((await sign(newMessage(), nonces))[0] === 503) {
		await pause(10);
	}
	return nonces;
}

const message = newMessage();
const [here, there] = [await open(url), await open(url)];
const answers = {
	here: await sign(message, here),
	again: await sign(message, here),
	there: await sign(message, there),
	nowhere: await sign(newMessage(), openNonces(nowhere)),
};
process.stdout.write(JSON.stringify(answers), () => process.exit());
