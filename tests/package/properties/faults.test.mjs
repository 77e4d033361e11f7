/** Faults between arbitrary calls never change results. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { CardForm, validate, validateJson } from "../../../pkg/dist/index.mjs";
import * as spared from "../../../pkg/dist/inline.mjs";
import { atEveryDepth, callNearTheEnd, exhaust } from "../faults.mjs";
import { assignment, hostile, json, options, update } from "./arbitraries.mjs";
import { assertUnharmed, fc } from "./check.mjs";

const NOW = 1_700_000_000_000;
const LISTS = ["/user_information_form/custom_field_list", "/user_information_form/common_field_list"];
const list = fc.constantFrom(...LISTS);

/**
 * How many levels above the end of the stack a call begins. With few levels it fails in JavaScript, with 15 to 30 in
 * the module, which restarts at the next call; with more it has enough room.
 */
const levels = fc.nat(40);

/** A method of a form with arguments, or a fault in that call or another. */
const step = fc.oneof(
	{ weight: 6, arbitrary: assignment.map(({ pointer, value }) => ["set", pointer, value]) },
	{ weight: 4, arbitrary: assignment.map(({ pointer, value }) => ["enter", pointer, String(value)]) },
	{ weight: 2, arbitrary: assignment.map(({ pointer }) => ["touch", pointer]) },
	assignment.map(({ pointer }) => ["remove", pointer]),
	fc.tuple(list, fc.nat(2), json).map(([pointer, index, value]) => ["insert", pointer, index, value]),
	fc.tuple(list, fc.nat(2), fc.nat(2)).map(([pointer, from, to]) => ["move", pointer, from, to]),
	fc.constant(["reset"]),
	{ weight: 2, arbitrary: fc.tuple(fc.constantFrom("fault", "fault of the form"), levels) },
);

/** Counts how often the module starts. */
function countInstances() {
	const { Instance } = WebAssembly;
	const begun = { count: 0, stop: () => Object.assign(WebAssembly, { Instance }) };
	WebAssembly.Instance = class extends Instance {
		constructor(...args) {
			super(...args);
			begun.count += 1;
		}
	};
	return begun;
}

function outcome(call) {
	try {
		return call();
	} catch ({ name, message }) {
		return { name, message };
	}
}

const stateOf = (form) => ({
	value: form.value(),
	patch: form.patch(),
	issues: form.issues(),
	changes: form.changes(),
	validation: form.validate(),
	touched: LISTS.flatMap((pointer) => [0, 1].map((index) => form.touched(`${pointer}/${index}/name`))),
});

test("a form with faults between its edits is as one without", () => {
	const validateOnce = () => validate({ title: "a" });
	exhaust(validateOnce);
	const begun = countInstances();
	fc.assert(
		fc.property(
			fc.record({ initial: update }, { requiredKeys: [] }),
			options,
			fc.array(step, { maxLength: 100, size: "max" }),
			levels,
			(start, given, steps, last) => {
				const settings = { ...given, ...start, now: NOW };
				const form = outcome(() => new CardForm(settings));
				const other = outcome(() => new spared.CardForm(settings));
				if (!(form instanceof CardForm)) {
					assert.deepEqual(form, other);
					return;
				}
				const read = () => form.value();
				read();
				for (const [method, ...args] of steps) {
					if (method === "fault") {
						callNearTheEnd(...args, validateOnce);
					} else if (method === "fault of the form") {
						callNearTheEnd(...args, read);
					} else {
						assert.deepEqual(
							outcome(() => form[method](...args)),
							outcome(() => other[method](...args)),
						);
					}
				}
				callNearTheEnd(last, read);
				assert.deepEqual(stateOf(form), stateOf(other));
				form.dispose();
				other.dispose();
			},
		),
		{ numRuns: 400 },
	);
	assert.ok(begun.count > 300, `the module failed ${begun.count} times`);
	begun.stop();
});

test("after validating anything at the end of the stack, the next call works", () => {
	fc.assert(
		fc.property(hostile, json, fc.boolean(), (make, value, isJson) => {
			const call = isJson ? () => validateJson(JSON.stringify(value)) : () => validate(make());
			for (const error of atEveryDepth(call, 100)) {
				assert.ok(error instanceof RangeError, error.stack);
			}
			assertUnharmed();
			const issuesOf = ({ issues }) => issues;
			assert.deepEqual(
				issuesOf(validate(value, { now: NOW })),
				issuesOf(spared.validate(value, { now: NOW })),
			);
		}),
		{ numRuns: 300 },
	);
});
