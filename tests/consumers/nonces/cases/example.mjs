/** The example of a signing server, started with each kind of memory. */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { prepare } from "wechatpay-membercard";
import { filesOf } from "../recipe.mjs";
import { startPostgres } from "../stores/postgres.mjs";
import { startRedis } from "../stores/redis.mjs";

const main = join(import.meta.dirname, "../main.mjs");
const CARD = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
const recipe = filesOf("shared-nonces");
const folder = mkdtempSync(join(tmpdir(), "nonces-example-"));
after(() => rmSync(folder, { recursive: true }));

const write = (name, text) => {
	const file = join(folder, name);
	writeFileSync(file, text, { mode: 0o600 });
	return file;
};
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const env = {
	...process.env,
	MERCHANT_KEY_FILE: write("key.pem", privateKey.export({ type: "pkcs8", format: "pem" })),
	TOKENS_FILE: write("tokens.json", JSON.stringify({ token: [CARD] })),
	PORT: "0",
};

async function start(...args) {
	const child = spawn(process.execPath, [main, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
	child.stderr.resume();
	const [line] = await once(child.stdout, "data");
	const handIn = async (message) => {
		const headers = { Authorization: "Bearer token" };
		const answer = await fetch(String(line).trim(), { method: "POST", headers, body: message });
		const { refusals } = await answer.json();
		return refusals?.[0].code ?? answer.status;
	};
	return { child, handIn };
}

function newMessage() {
	const request = { cardId: CARD, mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" };
	return prepare({ title: "会员卡" }, request).message;
}

const STORES = {
	redis: () => startRedis(recipe["redis.conf"]),
	postgres: () => startPostgres(recipe["nonces.sql"]),
};

for (const [name, startStore] of Object.entries(STORES)) {
	test(`two servers with --nonces ${name}://… sign a message once, and end in good order`, async () => {
		const store = await startStore();
		const address = store.address(store.port);
		const servers = await Promise.all([1, 2].map(() => start("--nonces", address)));
		for (const { handIn } of servers) {
			while ((await handIn(newMessage())) !== 200) {
				await pause(20);
			}
		}
		const message = newMessage();
		const answers = await Promise.all(servers.map(({ handIn }) => handIn(message)));
		assert.deepEqual(answers.sort(), [200, "replayed_nonce"]);
		for (const { child } of servers) {
			child.kill("SIGTERM");
			assert.deepEqual(await once(child, "exit"), [0, null]);
		}
		await store.close();
	});
}

test("by default, and with --nonces memory, a server uses its own memory", async () => {
	const servers = await Promise.all([start(), start("--nonces", "memory")]);
	const message = newMessage();
	for (const { handIn } of servers) {
		assert.equal(await handIn(message), 200);
		assert.equal(await handIn(message), "replayed_nonce");
	}
	for (const { child } of servers) {
		child.kill("SIGTERM");
		assert.deepEqual(await once(child, "exit"), [0, null]);
	}
});

test("an unknown store is named without the password in its URL", () => {
	const args = [main, "--nonces", "mysql://user:secret@127.0.0.1/"];
	const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
	assert.notEqual(status, 0);
	assert.match(stderr, /memory, redis:\/\/… or postgres:\/\/…, not in mysql/);
	assert.doesNotMatch(stderr, /secret/);
});
