import assert from "node:assert/strict";
import { generateKeyPairSync, verify } from "node:crypto";
import { test } from "node:test";
import { prepare } from "wechatpay-membercard";
import { unpack } from "../recipe.mjs";

const folder = unpack("signing-server");
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
process.env.MERCHANT_KEY = privateKey.export({ type: "pkcs8", format: "pem" });
const request = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
};
const userOf = async ({ authorization }) =>
	authorization === "Bearer secret" ? { cardIds: [request.cardId] } : undefined;

const { prepareAndSign } = await import(`${folder}/prepare-and-sign.mjs`);

/** Starts a server, and returns its address and how to close it. */
const servers = {
	async express() {
		const { createApp } = await import(`${folder}/express.mjs`);
		const server = createApp(userOf).listen(0, "127.0.0.1");
		await new Promise((resolve) => server.once("listening", resolve));
		return { url: `http://127.0.0.1:${server.address().port}/sign`, close: () => server.close() };
	},
	async fastify() {
		const { createApp } = await import(`${folder}/fastify.mjs`);
		const app = createApp(userOf);
		return { url: `${await app.listen({ port: 0, host: "127.0.0.1" })}/sign`, close: () => app.close() };
	},
};

for (const [name, start] of Object.entries(servers)) {
	test(`a signing server in ${name}`, async () => {
		const { url, close } = await start();
		try {
			await checkServer(url);
		} finally {
			await close();
		}
	});
}

async function checkServer(url) {
	const server = { url, token: "secret" };
	const { headers, body } = await prepareAndSign({ title: "会员卡" }, { ...server, ...request });
	const parameter = (name) => new RegExp(`${name}="([^"]+)"`).exec(headers.Authorization)[1];
	const path = `/v3/marketing/membercard-open/cards/${request.cardId}`;
	const signed = `PATCH\n${path}\n${parameter("timestamp")}\n${parameter("nonce_str")}\n${body}\n`;
	assert.ok(verify("sha256", Buffer.from(signed), publicKey, Buffer.from(parameter("signature"), "base64")));

	const refused = (changed, pattern) =>
		assert.rejects(
			prepareAndSign({ title: "会员卡" }, { ...server, ...request, ...changed }),
			({ name, message }) => name === "SigningError" && pattern.test(message),
		);
	await refused({ token: "guess" }, /log in first/);
	await refused({ cardId: "pe5BX0v8ZoqSUaMFHOv_3oQP9rAY" }, /pe5BX0v8ZoqSUaMFHOv_3oQP9rAY/);

	const post = async (body) => {
		const init = {
			method: "POST",
			headers: { Authorization: "Bearer secret", "Content-Type": "application/octet-stream" },
			body,
		};
		const answer = await fetch(url, init);
		const { refusals } = answer.headers.get("content-type").includes("json") ? await answer.json() : {};
		return [answer.status, refusals?.map(({ code }) => code)];
	};
	const { message } = prepare({ title: "会员卡" }, request);
	assert.deepEqual(await post(message), [200, undefined]);
	assert.deepEqual(await post(message), [403, ["replayed_nonce"]]);
	const refund = message.replace("PATCH", "POST").replace(/\/v3\S+/, "/v3/refund/domestic/refunds");
	assert.deepEqual(await post(refund), [403, ["wrong_method", "wrong_path"]]);
	assert.equal((await post(""))[0], 403);
	assert.equal((await post("x".repeat(100_000)))[0], 413);
}
