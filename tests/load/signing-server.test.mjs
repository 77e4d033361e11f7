/**
 * The example of a signing server under thousands of connections at once, most of them hostile: every honest request is
 * answered, nothing is signed that must not be, memory stays bounded, and the server ends in good order.
 *
 * All traffic stays on loopback; the numbers of requests and every wait are bounded.
 */

import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { nonceOf, problemOf } from "./storm/check-message.mjs";
import { FORGERIES } from "./storm/forgeries.mjs";
import { assertSigned, handIn, prepared } from "./storm/honest.mjs";
import * as hostile from "./storm/hostile.mjs";
import { startHost } from "./storm/process.mjs";
import { TROUBLE } from "./storm/recording-signer.mjs";

const CARD = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
const TOKEN = "5F1B0C6C1B7A4A3F";
/** The number of clients of each kind, and how many at once. */
const HONEST = [2_000, 200];
const IN_TROUBLE = [20, 20];
const FORGED = [20, 5];
const STRANGERS = [100, 5];
/** Attackers that hold their connection, and attackers that leave at once. */
const HOLDING = [1_000, 1_000];
const STRIKING = [100, 10];
const HOLDERS = [hostile.trickle, hostile.trickleHeaders, hostile.silence];
const MAX_GROWTH = 200e6;

let host;
let known;
const mayBeSigned = new Set();
const mustNotBeSigned = new Set();

before(async () => {
	host = await startHost({
		cards: { [TOKEN]: [CARD] },
		limits: { requestTimeout: 5_000, maxConnections: 6_000 },
		timeoutMs: 4_000,
		graceMs: 4_000,
	});
	known = { port: host.port, token: TOKEN, cardId: CARD };
});
after(() => host.kill());

test("in the storm every honest request is answered", { timeout: 120_000 }, async (t) => {
	const calm = Math.max(...host.resident);
	const waits = [];
	const attackers = Object.values(hostile).map((attack) =>
		times(HOLDERS.includes(attack) ? HOLDING : STRIKING, () => attack(spoilt(), known)),
	);
	const honest = times(HONEST, async () => {
		const message = honestMessage("会员卡");
		const started = performance.now();
		assertSigned(await handIn(message, known), message);
		waits.push(performance.now() - started);
	});
	const troubled = Object.entries(TROUBLE).map(([kind, title]) =>
		times(IN_TROUBLE, () => inTrouble(kind, honestMessage(title))),
	);
	const forged = Object.entries(FORGERIES).map(([name, forgery]) =>
		times(FORGED, () => refused(name, forgery)),
	);
	const strangers = times(STRANGERS, async () => {
		const { status } = await handIn(spoilt(), { ...known, token: "a guess" });
		assert.equal(status, 401);
	});
	await Promise.all([honest, ...troubled, ...forged, strangers]);
	const cutOff = (await Promise.all(attackers)).flat();
	assert.ok(!cutOff.includes(false), "nobody holds a connection for longer than the server allows");

	const growth = Math.max(...host.resident) - calm;
	assert.ok(growth < MAX_GROWTH, `${growth} bytes more`);
	waits.sort((a, b) => a - b);
	const percentile = (share) => `${Math.round(waits[Math.floor(waits.length * share)])} ms`;
	t.diagnostic(`${cutOff.length} attackers; ${mayBeSigned.size} honest requests`);
	t.diagnostic(
		`signed after: median ${percentile(0.5)}, 99 of 100 ${percentile(0.99)}, all ${percentile(0.999)}`,
	);
	t.diagnostic(`resident memory: ${(calm / 1e6).toFixed()} MB, at most ${(growth / 1e6).toFixed()} MB more`);
});

test("after it a message is signed at once, and never again", async () => {
	const message = honestMessage("会员卡");
	assertSigned(await handIn(message, known), message);
	const { status, body } = await handIn(message, known);
	assert.equal(status, 403);
	assert.equal(body.refusals[0].code, "replayed_nonce");
});

test("concurrent requests with one message get one signature", async () => {
	const message = honestMessage("会员卡");
	const answers = await times([200, 200], () => handIn(message, known));
	assert.equal(answers.filter(({ status }) => status === 200).length, 1);
	assert.equal(answers.filter(({ status }) => status === 403).length, 199);
});

test("a shutdown answers pending requests and accepts no others", { timeout: 20_000 }, async () => {
	const underWay = times([50, 50], async () => {
		const message = honestMessage(TROUBLE.isSlow);
		assertSigned(await handIn(message, known), message);
	});
	const tricklers = times([50, 50], () => hostile.trickle(spoilt(), known));
	await until(async () => (await host.handed()).length === mayBeSigned.size);
	const stopped = host.stop();
	await until(() => isClosed(host.port));
	await underWay;
	const { handed, code, signal } = await stopped;
	await tricklers;
	assert.deepEqual({ code, signal }, { code: 0, signal: null });
	checkMessages(handed);
});

/** Checks every message that the signer received. */
function checkMessages(handed) {
	for (const message of handed) {
		assert.equal(problemOf(message, CARD), undefined, message);
		assert.ok(!mustNotBeSigned.has(message) && mayBeSigned.has(message), message);
	}
	assert.equal(new Set(handed.map(nonceOf)).size, handed.length, "each nonce once");
	assert.equal(handed.length, mayBeSigned.size, "and none was lost");
}

/** A message that may be signed once. */
function honestMessage(title) {
	const message = prepared(known, title);
	mayBeSigned.add(message);
	return message;
}

/** A valid message in a broken request, or from someone who is not allowed. */
function spoilt() {
	const message = prepared(known, "会员卡");
	mustNotBeSigned.add(message);
	return message;
}

async function inTrouble(kind, message) {
	const answer = await handIn(message, known);
	if (kind === "isSlow") {
		assertSigned(answer, message);
	} else {
		assert.equal(answer.status, 502, kind);
		assert.match(answer.body.error, /signer failed/);
	}
}

async function refused(name, [forge, reason]) {
	const message = forge(spoilt());
	mustNotBeSigned.add(message);
	const { status, body } = await handIn(message, known);
	assert.equal(status, 403, name);
	assert.ok(
		body.refusals.some(({ code }) => code === reason),
		`${name}: ${JSON.stringify(body)}`,
	);
}

/** Makes `count` results, `atOnce` at a time. */
async function times([count, atOnce], make) {
	const results = [];
	let left = count;
	const worker = async () => {
		while (left-- > 0) {
			results.push(await make());
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}

/** Whether a port takes no connections any more. */
function isClosed(port) {
	return new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1", () => {
			socket.destroy();
			resolve(false);
		});
		socket.once("error", ({ code }) => resolve(code === "ECONNREFUSED"));
	});
}

/** Waits for what is sure to become true; the test's own time limit is the bound. */
async function until(isTrue) {
	while (!(await isTrue())) {
		await pause(20);
	}
}
