import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";
import { Deadline, pause } from "../../pkg/build/runtime/deadline.js";

const never = new Promise(() => {});

test("work that ends in time gives its result", async () => {
	const deadline = new Deadline(60_000);
	assert.equal(await deadline.race(1), 1);
	assert.equal(await deadline.race(Promise.resolve(2)), 2);
	await assert.rejects(deadline.race(Promise.reject(new Error("its own"))), /its own/);
	assert.equal(deadline.signal.aborted, false);
	deadline.end();
});

test("work that does not end is given up", async () => {
	const deadline = new Deadline(5);
	await assert.rejects(deadline.race(never), { name: "TimeoutError", message: "No end within 5 ms" });
	await assert.rejects(deadline.race(1), { name: "TimeoutError" });
	assert.equal(deadline.signal.reason.name, "TimeoutError");
	deadline.end();
});

test("an outer signal ends it, with its reason, and is let go of", async () => {
	const outer = new AbortController();
	const deadline = new Deadline(60_000, outer.signal);
	const reason = new Error("the user left");
	const raced = assert.rejects(deadline.race(never), reason);
	outer.abort(reason);
	await raced;
	const late = new Deadline(60_000, outer.signal);
	await assert.rejects(late.race(never), reason);
	for (const ended of [deadline, late]) {
		ended.end();
	}
	assert.equal(getEventListeners(outer.signal, "abort").length, 0);

	const { signal } = new AbortController();
	new Deadline(60_000, signal).end();
	assert.equal(getEventListeners(signal, "abort").length, 0);
});

test("a pause ends with its time or the signal", async () => {
	const { signal } = new AbortController();
	await pause(1, signal);
	assert.equal(getEventListeners(signal, "abort").length, 0);
	const outer = new AbortController();
	const paused = pause(60_000, outer.signal);
	outer.abort();
	await paused;
});
