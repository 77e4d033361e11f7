/**
 * Three signing servers behind one address, with one store. Nothing is signed twice, and nothing while the store is
 * down.
 */

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { filesOf, unpack } from "../recipe.mjs";
import { newMessage, nonceOf, startServers } from "../servers.mjs";
import { startPostgres } from "../stores/postgres.mjs";
import { startRedis } from "../stores/redis.mjs";
import { openWay } from "../stores/way.mjs";

const recipe = filesOf("shared-nonces");
const folder = unpack("shared-nonces");
const example = join(import.meta.dirname, "../nonces.mjs");
const redis = () => startRedis(recipe["redis.conf"]);
const postgres = () => startPostgres(recipe["nonces.sql"]);

/** The store, and the module that opens it. */
const STORES = {
	"Redis through node-redis": [redis, example],
	"Redis through ioredis": [redis, join(folder, "ioredis-nonces.js")],
	"PostgreSQL through pg": [postgres, example],
};

const MESSAGES = 40;
/** How often each message is submitted, and how many at once. */
const COPIES = 6;
const AT_ONCE = 60;
const RECOVERY_MS = 8_000;
/** Longer than a store may take. */
const PATIENCE_MS = 4_000;
/** After so long, clients give a silent connection up. */
const GIVEN_UP_MS = 3_500;

describe("three signing servers", { concurrency: true }, () => {
	for (const [name, [startStore, opener]] of Object.entries(STORES)) {
		describe(`with ${name}`, { concurrency: 1, timeout: 120_000 }, () => storms(startStore, opener));
	}
});

function storms(startStore, opener) {
	let store;
	let way;
	let servers;
	const signed = new Set();

	before(async () => {
		store = await startStore();
		way = await openWay(store.port);
		servers = await startServers(opener, store.address(way.port));
		await recovered();
	});
	after(async () => {
		await servers.close();
		way.close();
		await store.close();
	});

	test("of many copies one is signed, on whichever server", async () => {
		const answers = await storm(times(MESSAGES, newMessage));
		for (const copies of answers) {
			assert.deepEqual(tally(copies), { 200: 1, replayed_nonce: COPIES - 1 });
		}
		await assertSignedOnce();
	});

	test("a store that is slow makes servers wait, and no more", async () => {
		way.slow(50);
		const answers = await storm(times(MESSAGES / 5, newMessage));
		for (const copies of answers) {
			assert.deepEqual(tally(copies), { 200: 1, replayed_nonce: COPIES - 1 });
		}
		way.open();
		await assertSignedOnce();
	});

	test("while the store does not answer, nothing is signed, and nobody waits long", async () => {
		way.hold();
		await nothingIsSigned();
		await pause(GIVEN_UP_MS);
		await nothingIsSigned();
		way.open();
		await recovered();
		await assertSignedOnce();
	});

	test("while the store is full, nothing is signed, and nothing is forgotten", async () => {
		await store.fill();
		await nothingIsSigned();
		await store.drain();
		await recovered();
		await assertSignedOnce();
	});

	test("if the store restarts under load, nothing is signed twice", async () => {
		let isOver = false;
		const restart = async () => {
			await pause(200);
			await store.crash();
			await pause(300);
			await store.restart();
			await recovered();
			isOver = true;
		};
		const waves = async () => {
			const all = [];
			while (!isOver) {
				all.push(...(await storm(times(10, newMessage))));
			}
			return all;
		};
		const [answers] = await Promise.all([waves(), restart()]);
		const counts = tally(answers.flat());
		assert.ok(counts[200] > 0 && counts.nonce_store_unavailable > 0, JSON.stringify(counts));
		await assertSignedOnce();
	});

	test("while the store is away, or cut off, nothing is signed", async () => {
		way.cut();
		await nothingIsSigned();
		way.open();
		await recovered();
		await store.crash();
		await nothingIsSigned();
		await store.restart();
		await recovered();
		await assertSignedOnce();
	});

	/** Submits each message several times in mixed order. Returns the responses. */
	async function storm(messages) {
		const answers = new Map(messages.map((message) => [message, []]));
		const copies = times(COPIES, () => messages).flat();
		const worker = async () => {
			for (let message = copies.pop(); message !== undefined; message = copies.pop()) {
				const answer = await servers.handIn(message);
				answers.get(message).push(answer);
				if (answer.status === 200) {
					signed.add(message);
				}
			}
		};
		await Promise.all(times(AT_ONCE, worker));
		return [...answers.values()];
	}

	async function nothingIsSigned() {
		const before = await servers.handed();
		const started = performance.now();
		for (const copies of await storm(times(5, newMessage))) {
			assert.deepEqual(tally(copies), { nonce_store_unavailable: COPIES });
		}
		const waited = performance.now() - started;
		assert.ok(waited < PATIENCE_MS, `${waited} ms`);
		assert.equal((await servers.handed()).length, before.length);
	}

	/** Waits until every server signs again. */
	async function recovered() {
		const end = performance.now() + RECOVERY_MS;
		for (let inARow = 0; inARow < 6; ) {
			assert.ok(performance.now() < end, "it signs again");
			const message = newMessage();
			const { status, code } = await servers.handIn(message);
			if (status === 200) {
				signed.add(message);
				inARow += 1;
			} else {
				assert.equal(code, "nonce_store_unavailable");
				inARow = 0;
				await pause(50);
			}
		}
	}

	/** Nothing is signed twice, and no signer gets a nonce twice. */
	async function assertSignedOnce() {
		const again = [...signed].slice(-MESSAGES);
		const answers = await Promise.all(again.map((message) => servers.handIn(message)));
		assert.deepEqual(tally(answers), { replayed_nonce: again.length });
		const handed = await servers.handed();
		assert.equal(new Set(handed.map(nonceOf)).size, handed.length);
		assert.ok(handed.length >= signed.size);
	}
}

const times = (count, make) => Array.from({ length: count }, make);

/** How many answers there were of each kind: signed, or a refusal's code. */
function tally(answers) {
	const counts = {};
	for (const { status, code = status } of answers) {
		counts[code] = (counts[code] ?? 0) + 1;
	}
	return counts;
}
