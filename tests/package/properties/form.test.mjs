/** After any edits, a form has the same issues as `validate` for its value. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { CardForm, validate } from "../../../pkg/dist/index.mjs";
import { assignment, json, options, update } from "./arbitraries.mjs";
import { attempt, fc } from "./check.mjs";

const LIST = "/user_information_form/custom_field_list";
/** A method of the form, with arguments. */
const edit = fc.oneof(
	{ weight: 4, arbitrary: assignment.map(({ pointer, value }) => ["set", pointer, value]) },
	assignment.map(({ pointer, value }) => ["enter", pointer, String(value)]),
	assignment.map(({ pointer }) => ["remove", pointer]),
	fc.tuple(fc.nat(3), json).map(([index, value]) => ["insert", LIST, index, value]),
	fc.tuple(fc.nat(3), fc.nat(3)).map(([from, to]) => ["move", LIST, from, to]),
	fc.constant(["reset"]),
);

/** Sorted issues: JavaScript objects have keys that look like indexes first. */
const sorted = (issues) =>
	issues.map(({ code, pointer, severity, location }) => `${severity} ${code} ${location} ${pointer}`).sort();

test("a form has the same issues as validate", () => {
	fc.assert(
		fc.property(
			fc.record({ initial: update }, { requiredKeys: [] }),
			options,
			fc.array(edit, { maxLength: 12 }),
			(start, given, edits) => {
				const settings = { ...given, now: 1_700_000_000_000 };
				const { value: form, error } = attempt(() => new CardForm({ ...settings, ...start }));
				assert.equal(error, undefined);
				for (const [method, ...args] of edits) {
					const before = JSON.stringify(form.value());
					const { value: changes, error: refused } = attempt(() => form[method](...args));
					if (refused !== undefined) {
						assert.equal(JSON.stringify(form.value()), before);
					} else {
						assert.ok(Array.isArray(changes.appeared));
					}
				}
				assert.deepEqual(sorted(form.issues()), sorted(validate(form.value(), settings).issues));
				form[Symbol.dispose]();
			},
		),
		{ numRuns: 400 },
	);
});
