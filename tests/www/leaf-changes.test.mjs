import assert from "node:assert/strict";
import { test } from "node:test";
import { leafChanges } from "../../www/request/leaf-changes.js";

test("changes in an object are listed field by field", () => {
	const before = { type: "PERMANENT", range: { begin: 1, end: 2 } };
	const after = { type: "FIX_TERM", range: { begin: 1, end: 3 }, days: 30 };
	assert.deepEqual(leafChanges({ pointer: "/dates", before, after, sent: true }), [
		{ pointer: "/dates/type", before: "PERMANENT", after: "FIX_TERM", sent: true },
		{ pointer: "/dates/range/end", before: 2, after: 3, sent: true },
		{ pointer: "/dates/days", before: undefined, after: 30, sent: true },
	]);
});

test("a new object is listed by its fields; a list, and what cannot be sent, as a whole", () => {
	const of = (before, after, sent) => leafChanges({ pointer: "/a", before, after, sent });
	assert.deepEqual(of(undefined, { b: 1 }, true), [
		{ pointer: "/a/b", before: undefined, after: 1, sent: true },
	]);
	for (const change of [
		{ pointer: "/a", before: [1], after: [2], sent: true },
		{ pointer: "/a", before: { b: 1 }, after: undefined, sent: false },
		{ pointer: "/a", before: "text", after: { b: 1 }, sent: true },
		{ pointer: "/a", before: undefined, after: {}, sent: true },
	]) {
		assert.deepEqual(leafChanges(change), [change]);
	}
});
