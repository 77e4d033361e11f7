/** The adapters and the files of the recipe, with real servers. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { Redis } from "ioredis";
import pg from "pg";
import { createClient } from "redis";
import { inspectMessage, NonceMemory, postgresNonces, prepare, redisNonces } from "wechatpay-membercard";
import { filesOf, unpack } from "../recipe.mjs";
import { startPostgres } from "../stores/postgres.mjs";
import { freePort } from "../stores/program.mjs";
import { startRedis } from "../stores/redis.mjs";

const recipe = filesOf("shared-nonces");
const folder = unpack("shared-nonces");
const CARD = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";

/** An inspection that was made so many seconds before or after the present, of a message of that time. */
function inspected(seconds = 0) {
	const now = Date.now() + seconds * 1000;
	const timestamp = Math.floor(now / 1000);
	const request = { cardId: CARD, mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" };
	const { message } = prepare({ title: "会员卡" }, { ...request, timestamp });
	return { inspection: inspectMessage(message, { cardIds: [CARD], now }), options: { now } };
}

/** Submits the same messages to several memories concurrently. Returns how often each was new. */
async function passes(memories, { messages = 20, copies = 10 } = {}) {
	const inspections = Array.from({ length: messages }, () => inspected().inspection);
	return Promise.all(
		inspections.map(async (inspection) => {
			const all = memories.flatMap((nonces) => Array.from({ length: copies }, () => nonces));
			const answers = await Promise.all(all.map((nonces) => nonces.remember(inspection)));
			return answers.filter(({ accepted }) => accepted).length;
		}),
	);
}

/** The refusal, and the store's error. */
async function refusal(open, { inspection, options } = inspected()) {
	const failures = [];
	const answer = await open((error) => failures.push(error.message)).remember(inspection, options);
	return { code: answer.refusals?.[0].code, failure: failures[0] };
}

test("three memories of processes of their own sign a message three times", async () => {
	const each = await passes([new NonceMemory(100), new NonceMemory(100), new NonceMemory(100)]);
	assert.deepEqual(new Set(each), new Set([3]));
});

describe("Redis", { timeout: 30_000 }, () => {
	let store;
	let url;
	let node;
	let ioredis;
	before(async () => {
		store = await startRedis(recipe["redis.conf"]);
		url = store.address(store.port);
		node = await createClient({ url }).connect();
		ioredis = new Redis(url);
	});
	after(async () => {
		node.destroy();
		ioredis.disconnect();
		await store.close();
	});

	test("each nonce is new once, also with several clients", async () => {
		const send = (...command) => ioredis.call(...command);
		const each = await passes([redisNonces(node), redisNonces(ioredis), redisNonces(send)]);
		assert.deepEqual(new Set(each), new Set([1]));
	});

	test("it is kept for as long as its message may be fresh, under the prefix", async () => {
		const { inspection } = inspected();
		await redisNonces(node, { prefix: "shop:" }).remember(inspection);
		assert.equal(await node.expireTime(`shop:${inspection.nonceStr}`), inspection.expiresAt);
		assert.equal((await redisNonces(node).remember(inspection)).accepted, true, "elsewhere it is new");
	});

	test("a nonce expired by the clock of Redis is refused, even if a server's clock is slow", async () => {
		const open = (onFailure) => redisNonces(node, { onFailure });
		for (const seconds of [-301, -600, -86_400]) {
			const late = inspected(seconds);
			assert.equal(late.inspection.accepted, true);
			for (let times = 0; times < 2; times += 1) {
				const { code, failure } = await refusal(open, late);
				assert.equal(code, "nonce_store_unavailable");
				assert.match(failure, /clock/);
			}
		}
		const early = inspected(86_400);
		assert.equal((await open().remember(early.inspection, early.options)).accepted, true);
		assert.equal((await refusal(open, early)).code, "replayed_nonce");
	});

	test("an answer in the middle of a transaction is no yes", async () => {
		const queued = await new Redis(url);
		await queued.multi({ pipeline: false });
		const { code, failure } = await refusal((onFailure) => redisNonces(queued, { onFailure }));
		queued.disconnect();
		assert.deepEqual([code, failure], ["nonce_store_unavailable", 'Redis answered "QUEUED" to SET']);
	});

	test("an existing key with another value is not overwritten", async () => {
		const { inspection, options } = inspected();
		await node.lPush(`wechatpay:nonce:${inspection.nonceStr}`, "a");
		const open = (onFailure) => redisNonces(node, { onFailure });
		assert.equal((await refusal(open, { inspection, options })).code, "replayed_nonce");
	});

	test("without the configuration of the recipe a restart forgets", async () => {
		const forgetful = await startRedis('save ""\nappendonly no\n');
		const client = await createClient({ url: forgetful.address(forgetful.port) })
			.on("error", () => {})
			.connect();
		const { inspection } = inspected();
		const nonces = redisNonces(client);
		assert.equal((await nonces.remember(inspection)).accepted, true);
		assert.equal((await nonces.remember(inspection)).accepted, false);
		await forgetful.crash();
		await forgetful.restart();
		assert.equal((await nonces.remember(inspection)).accepted, true);
		client.destroy();
		await forgetful.close();
	});

	for (const file of ["redis-nonces.js", "ioredis-nonces.js"]) {
		test(`${file} of the recipe`, () => opens(file, url));
	}
});

describe("PostgreSQL", { timeout: 30_000 }, () => {
	let store;
	let url;
	let pool;
	const open = (options) => (onFailure) => postgresNonces(pool, { onFailure, ...options });
	before(async () => {
		store = await startPostgres(recipe["nonces.sql"]);
		url = store.address(store.port);
		pool = new pg.Pool({ connectionString: url });
	});
	after(async () => {
		await pool.end();
		await store.close();
	});

	test("each nonce is new once, also with several pools", async () => {
		const pools = [1, 2].map(() => new pg.Pool({ connectionString: url }));
		const each = await passes([pool, ...pools].map((pool) => postgresNonces(pool, { timeoutMs: 10_000 })));
		await Promise.all(pools.map((pool) => pool.end()));
		assert.deepEqual(new Set(each), new Set([1]));
	});

	test("nor more than once where transactions are serializable, and may fail", async () => {
		const options = "-c default_transaction_isolation=serializable";
		const pools = [1, 2].map(() => new pg.Pool({ connectionString: url, options }));
		const each = await passes(pools.map((pool) => postgresNonces(pool, { timeoutMs: 10_000 })));
		await Promise.all(pools.map((pool) => pool.end()));
		assert.ok(Math.max(...each) === 1, String(each));
	});

	test("it is kept for as long as its message may be fresh", async () => {
		const { inspection } = inspected();
		await open()().remember(inspection);
		const text =
			"SELECT extract(epoch FROM expires_at)::bigint AS at FROM wechatpay_nonces WHERE nonce_str = $1";
		const { rows } = await pool.query(text, [inspection.nonceStr]);
		assert.deepEqual(rows, [{ at: String(inspection.expiresAt) }]);
	});

	test("a nonce expired by the clock of PostgreSQL is refused, even if a server's clock is slow", async () => {
		for (const seconds of [-301, -600, -86_400]) {
			const late = inspected(seconds);
			for (let times = 0; times < 2; times += 1) {
				const { code, failure } = await refusal(open(), late);
				assert.equal(code, "nonce_store_unavailable");
				assert.match(failure, /clock/);
			}
		}
		const early = inspected(86_400);
		assert.equal((await refusal(open(), early)).code, undefined);
		assert.equal((await refusal(open(), early)).code, "replayed_nonce");
	});

	test("rows that expired some minutes ago are deleted, a few at a time, and no others", async () => {
		const add = (name, minutes, count) =>
			store.run(
				`INSERT INTO wechatpay_nonces SELECT '${name}' || n, now() - interval '${minutes} minutes' FROM generate_series(1, ${count}) n`,
			);
		await add("old-", 6, 25);
		await add("recent-", 4, 5);
		const left = async (name) => {
			const text = "SELECT count(*)::int AS left FROM wechatpay_nonces WHERE nonce_str LIKE $1";
			return (await pool.query(text, [`${name}%`])).rows[0].left;
		};
		const counts = [];
		for (let calls = 0; calls < 3; calls += 1) {
			await open()().remember(inspected().inspection);
			counts.push(await left("old-"));
		}
		assert.deepEqual(counts, [15, 5, 0]);
		assert.equal(await left("recent-"), 5);
	});

	test("a role needs no more than the recipe says, and may use another table", async () => {
		await store.run(
			"CREATE SCHEMA sign",
			'CREATE TABLE sign."table" (nonce_str text PRIMARY KEY, expires_at timestamptz NOT NULL)',
			"CREATE ROLE signer LOGIN",
			"GRANT USAGE ON SCHEMA sign TO signer",
			'GRANT SELECT, INSERT, UPDATE, DELETE ON sign."table" TO signer',
		);
		const signer = new pg.Pool({ connectionString: url.replace("postgres@", "signer@") });
		const nonces = postgresNonces(signer, { table: "sign.table" });
		const { inspection } = inspected();
		assert.equal((await nonces.remember(inspection)).accepted, true);
		assert.equal((await nonces.remember(inspection)).accepted, false);
		const elsewhere = await refusal((onFailure) => postgresNonces(signer, { onFailure }));
		await signer.end();
		assert.equal(elsewhere.code, "nonce_store_unavailable");
		assert.match(elsewhere.failure, /permission denied/);
	});

	test("without the table, or without its unique key, nothing is signed", async () => {
		await store.run("CREATE TABLE twice (nonce_str text NOT NULL, expires_at timestamptz NOT NULL)");
		const missing = await refusal(open({ table: "missing" }));
		assert.match(missing.failure, /"missing" does not exist/);
		const twice = await refusal(open({ table: "twice" }));
		assert.match(twice.failure, /unique/);
		assert.deepEqual([missing.code, twice.code], ["nonce_store_unavailable", "nonce_store_unavailable"]);
	});

	test("postgres-nonces.ts of the recipe", () => opens("postgres-nonces.js", url));
});

test("own-store.ts of the recipe", async () => {
	const { openNonces } = await import(`${folder}/own-store.js`);
	const rows = new Map();
	const insert = async ({ nonceStr, expiresAt }) =>
		!rows.has(nonceStr) && rows.set(nonceStr, expiresAt) === rows;
	assert.deepEqual(new Set(await passes([openNonces(insert), openNonces(insert)])), new Set([1]));
	const { inspection } = inspected();
	await openNonces(insert).remember(inspection);
	assert.equal(rows.get(inspection.nonceStr).getTime(), inspection.expiresAt * 1000);
});

/** Runs a file of the recipe in its own process, because nothing closes the connection. */
async function opens(file, url) {
	const nowhere = url.replace(/:\d+/, `:${await freePort()}`);
	const args = [join(import.meta.dirname, "../run-recipe.mjs"), join(folder, file), url, nowhere];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	assert.deepEqual(JSON.parse(stdout), {
		here: [200, null],
		again: [403, "replayed_nonce"],
		there: [403, "replayed_nonce"],
		nowhere: [503, "nonce_store_unavailable"],
	});
}
