import assert from "node:assert/strict";
import { generateKeyPairSync, verify } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
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
const userOf = async ({ authorization }) => {
	if (authorization === "Bearer trouble") {
		throw new Error("the sessions are away");
	}
	return authorization === "Bearer secret" ? { cardIds: [request.cardId] } : undefined;
};
// The same file, with what Express was before.
const ofExpress4 = readFileSync(`${folder}/express.js`, "utf8").replace('from "express"', 'from "express4"');
writeFileSync(`${folder}/express4.js`, ofExpress4);

const { prepareAndSign } = await import(`${folder}/prepare-and-sign.js`);

/** Starts a server, and returns its address and how to close it. */
const servers = {
	"Express 5": () => startExpress("express"),
	"Express 4": () => startExpress("express4"),
	"Express 5, where JSON is read before": () => startExpress("express", true),
	"Express 4, where JSON is read before": () => startExpress("express4", true),
	async Fastify() {
		const { createApp } = await import(`${folder}/fastify.js`);
		const app = createApp(userOf);
		return { url: `${await app.listen({ port: 0, host: "127.0.0.1" })}/sign`, close: () => app.close() };
	},
};

async function startExpress(name, readsJson = false) {
	const { createApp } = await import(`${folder}/${name}.js`);
	const { default: express } = await import(name);
	const app = express();
	app.set("env", "test"); // Errors are not printed.
	if (readsJson) {
		app.use(express.json(), express.urlencoded({ extended: true }), express.text({ type: "text/*" }));
	}
	const server = app.use(createApp(userOf)).listen(0, "127.0.0.1");
	await new Promise((resolve) => server.once("listening", resolve));
	return { url: `http://127.0.0.1:${server.address().port}/sign`, close: () => server.close() };
}

for (const [name, start] of Object.entries(servers)) {
	test(`a signing server in ${name}`, async () => {
		const { url, close } = await start();
		try {
			await checkServer(url);
			await checkBodies(url);
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
	assert.ok([403, 415].includes((await post(""))[0]));
	assert.equal((await post("x".repeat(100_000)))[0], 413);
}

/** Bodies of any type and form, from a user who has logged in, and one whose login cannot be looked up. */
async function checkBodies(url) {
	const { message } = prepare({ title: "会员卡" }, request);
	const json = JSON.stringify({ message });
	const octets = "application/octet-stream";
	const bodies = [
		["application/json", "{}"],
		["application/json", json],
		["application/json", "[]"],
		["application/json", "null"],
		["application/json", '{"length":5,"__proto__":{"slice":1}}'],
		["application/json", "{"],
		["application/json; charset=utf-16", json],
		["application/vnd.api+json", json],
		["application/x-www-form-urlencoded", "a=1&a[b]=2&length=9"],
		[
			"multipart/form-data; boundary=x",
			'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
		],
		["text/plain", message],
		["text/plain; charset=gbk", message],
		["application/xml", "<a/>"],
		["; ;", message],
		["", message],
		[undefined, message],
		[undefined, undefined],
		[octets, undefined],
		[octets, "x"],
		[octets, "x", { "Content-Encoding": "gzip" }],
		[octets, "x", { "Content-Encoding": "none" }],
	];
	const post = async (type, body, headers = {}) => {
		const given = { Authorization: "Bearer secret", ...(type !== undefined && { "Content-Type": type }) };
		// Bytes bring no type of their own.
		const bytes = body === undefined ? undefined : Buffer.from(body);
		const answer = await fetch(url, { method: "POST", headers: { ...given, ...headers }, body: bytes });
		await answer.arrayBuffer();
		return answer.status;
	};
	for (const [type, body, headers] of bodies) {
		const status = await post(type, body, headers);
		assert.ok(status >= 400 && status < 500, `${status} for ${type} ${body} ${JSON.stringify(headers)}`);
	}
	assert.equal(await post(octets, message, { Authorization: "Bearer trouble" }), 500);
	assert.equal(await post(octets, message), 200, "and it goes on working");
}
