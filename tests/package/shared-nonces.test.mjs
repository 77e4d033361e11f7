/** Shared nonce memories with fake stores of all kinds. Real stores are tested in `tests/consumers/nonces`. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import {
	inspectMessage,
	NonceMemory,
	postgresNonces,
	prepare,
	redisNonces,
	SharedNonceMemory,
} from "../../pkg/dist/index.mjs";

const CARD = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
const REQUEST = {
	cardId: CARD,
	mchid: "1900000109",
	serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
};
const inspected = (options) => {
	const { message } = prepare({ title: "会员卡" }, { ...REQUEST, ...options });
	return inspectMessage(message, { cardIds: [CARD], locale: "en" });
};
const codes = ({ refusals }) => refusals?.map(({ code }) => code);
const never = () => new Promise(() => {});

/** A store in memory, which counts its calls. */
function setStore() {
	const asked = [];
	const known = new Set();
	const remember = async (nonceStr, expiresAt, { signal }) => {
		asked.push({ nonceStr, expiresAt, signal });
		return !known.has(nonceStr) && known.add(nonceStr) === known;
	};
	return { asked, remember };
}

test("a message passes once on all servers", async () => {
	const store = setStore();
	const servers = [1, 2, 3].map(() => new SharedNonceMemory(store));
	const inspection = inspected();
	const answers = await Promise.all(servers.map((nonces) => nonces.remember(inspection, { locale: "en" })));
	assert.deepEqual(
		answers.map(({ accepted }) => accepted),
		[true, false, false],
	);
	assert.equal(answers[0], inspection);
	assert.deepEqual(codes(answers[1]), ["replayed_nonce"]);
	assert.equal(answers[1].refusals[0].message, "This nonce was used before: prepare the request again");
	assert.deepEqual(answers[1].warnings, inspection.warnings);
	const { nonceStr, expiresAt, timestamp } = inspection;
	assert.deepEqual([store.asked[0].nonceStr, store.asked[0].expiresAt], [nonceStr, expiresAt]);
	assert.equal(expiresAt, timestamp + 300);
});

test("separate memories would let it pass several times", () => {
	const inspection = inspected();
	const signs = [1, 2, 3].map(() => new NonceMemory(10).remember(inspection).accepted);
	assert.deepEqual(signs, [true, true, true]);
});

test("the store is called only for accepted, fresh messages", async () => {
	const store = setStore();
	const nonces = new SharedNonceMemory(store);
	const refused = inspectMessage("", { cardIds: [CARD] });
	assert.equal(await nonces.remember(refused), refused);
	const inspection = inspected();
	const late = await nonces.remember(inspection, { now: inspection.expiresAt * 1000 });
	assert.deepEqual(codes(late), ["expired_nonce"]);
	assert.deepEqual(store.asked, []);
	assert.equal((await nonces.remember(inspection, { now: inspection.expiresAt * 1000 - 1 })).accepted, true);
});

const FAILING = {
	rejects: async () => {
		throw new Error("down");
	},
	throws: () => {
		throw new Error("down");
	},
	"rejects with nothing": () => Promise.reject(),
	"never answers": never,
	"answers nothing": async () => {},
	"answers null": async () => null,
	"answers OK": async () => "OK",
	"answers 1": async () => 1,
	"answers an object": async () => new Boolean(true),
	"answers with a promise in an object": async () => [true],
	"answers too late": (_nonce, _expiry, { signal }) =>
		new Promise((resolve) => signal.addEventListener("abort", () => resolve(true))),
};

for (const [does, remember] of Object.entries(FAILING)) {
	test(`a store that ${does} lets nothing be signed`, async () => {
		const failures = [];
		const options = { timeoutMs: 30, onFailure: (error) => failures.push(error) };
		const answer = await new SharedNonceMemory({ remember }, options).remember(inspected(), { locale: "en" });
		assert.equal(answer.accepted, false);
		assert.deepEqual(codes(answer), ["nonce_store_unavailable"]);
		assert.match(answer.refusals[0].message, /nothing is signed/);
		assert.equal(failures.length, 1);
	});
}

test("a slow store is aborted after the time limit", async () => {
	const signals = [];
	const store = {
		remember: (_nonce, _expiry, { signal }) => {
			signals.push(signal);
			return never();
		},
	};
	const started = performance.now();
	await new SharedNonceMemory(store, { timeoutMs: 50 }).remember(inspected());
	const waited = performance.now() - started;
	assert.ok(waited >= 45 && waited < 1_000, `${waited} ms`);
	assert.equal(signals[0].aborted, true);
	assert.equal(signals[0].reason.name, "TimeoutError");
});

test("a failing onFailure callback has no effect", async () => {
	const unhandled = [];
	const listen = (error) => unhandled.push(error);
	process.on("unhandledRejection", listen);
	try {
		const store = { remember: () => Promise.reject(new Error("down")) };
		const listeners = [
			() => {
				throw new Error("no log");
			},
			() => Promise.reject(new Error("no log")),
			never,
			undefined,
		];
		for (const onFailure of listeners) {
			const answer = await new SharedNonceMemory(store, { onFailure }).remember(inspected());
			assert.deepEqual(codes(answer), ["nonce_store_unavailable"]);
		}
		// Late failures of a store are handled, too.
		const late = { remember: () => pause(30).then(() => Promise.reject(new Error("late"))) };
		await new SharedNonceMemory(late, { timeoutMs: 1 }).remember(inspected());
		await pause(60);
	} finally {
		process.off("unhandledRejection", listen);
	}
	assert.deepEqual(unhandled, []);
});

test("arguments are checked", async () => {
	const nonces = new SharedNonceMemory(setStore());
	const inspection = inspected();
	for (const made of [undefined, {}, { ...inspection, nonceStr: 5 }, { ...inspection, expiresAt: "1" }]) {
		await assert.rejects(nonces.remember(made), /^TypeError: remember takes what inspectMessage returned$/);
	}
	await assert.rejects(nonces.remember(inspection, { now: "0" }), /options\.now/);
	await assert.rejects(nonces.remember(inspection, { locale: 5 }), /options\.locale/);
	for (const store of [undefined, null, {}, { remember: true }, new Map()]) {
		assert.throws(() => new SharedNonceMemory(store), /^TypeError: SharedNonceMemory takes a store/);
	}
	for (const timeoutMs of [0, 1.5, "1", 60_001, Number.POSITIVE_INFINITY]) {
		assert.throws(() => new SharedNonceMemory(setStore(), { timeoutMs }), /options\.timeoutMs/);
	}
	assert.throws(() => new SharedNonceMemory(setStore(), { onFailure: true }), /options\.onFailure/);
	assert.throws(() => new SharedNonceMemory(setStore(), null), /options must be an object/);

	for (const client of [undefined, null, "redis://localhost", {}, { set: never }]) {
		assert.throws(() => redisNonces(client), /^TypeError: redisNonces takes a client/);
	}
	assert.throws(() => redisNonces(never, { prefix: 1 }), /options\.prefix/);
	for (const pool of [undefined, null, "postgres://localhost", {}]) {
		assert.throws(() => postgresNonces(pool), /^TypeError: postgresNonces takes a pool/);
	}
	for (const table of ["", "a b", "a;b", 'a"b', "A", "a.b.c", ".a", "1a", "n".repeat(64), 1]) {
		assert.throws(() => postgresNonces({ query: never }, { table }), /options\.table/, String(table));
	}
});

test("Redis sets a key once until the message is stale, with any client", async () => {
	const clients = {
		"node-redis": (commands) => ({ sendCommand: async (command) => answer(commands, command) }),
		ioredis: (commands) => ({
			call: async (...command) => answer(commands, command),
			sendCommand: () => assert.fail("it takes something else"),
		}),
		"a function":
			(commands) =>
			async (...command) =>
				answer(commands, command),
	};
	const answer = (commands, command) => commands.push(command) && (command[0] === "SET" ? "OK" : 1);
	for (const [name, client] of Object.entries(clients)) {
		const commands = [];
		const inspection = inspected();
		const nonces = redisNonces(client(commands), { prefix: "shop:" });
		assert.equal((await nonces.remember(inspection)).accepted, true, name);
		const key = `shop:${inspection.nonceStr}`;
		assert.deepEqual(commands, [
			["SET", key, "1", "NX", "PXAT", `${inspection.expiresAt}000`],
			["EXISTS", key],
		]);
	}
});

test("only a yes of Redis is one", async () => {
	const ask = async (set, exists = 1) => {
		const failures = [];
		const client = async (command) => (command === "SET" ? set : exists);
		const nonces = redisNonces(client, {
			timeoutMs: 100,
			onFailure: ({ message }) => failures.push(message),
		});
		return [codes(await nonces.remember(inspected())), failures];
	};
	assert.deepEqual(await ask("OK"), [undefined, []]);
	assert.deepEqual(await ask(Buffer.from("OK")), [undefined, []]);
	assert.deepEqual(await ask(null), [["replayed_nonce"], []]);
	for (const [set, exists] of [["QUEUED"], [undefined], [1], [true], [{}], [[]], ["OK", 0], ["OK", null]]) {
		const [refusals, failures] = await ask(set, exists);
		assert.deepEqual(refusals, ["nonce_store_unavailable"], `${set} ${exists}`);
		assert.match(failures[0], /^Redis /);
	}
});

test("only a yes of PostgreSQL is one", async () => {
	const ask = async (rows) => {
		const nonces = postgresNonces({ query: async () => ({ rows }) });
		return codes(await nonces.remember(inspected()));
	};
	assert.deepEqual(await ask([{ remembered: true, is_fresh: true }]), undefined);
	assert.deepEqual(await ask([{ remembered: false, is_fresh: true }]), ["replayed_nonce"]);
	const odd = [[], undefined, null, [{}], [{ remembered: false, is_fresh: false }], [{ remembered: "t" }]];
	for (const rows of odd) {
		assert.deepEqual(await ask(rows), ["nonce_store_unavailable"], JSON.stringify(rows));
	}
});
