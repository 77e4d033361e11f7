import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const dist = fileURLToPath(new URL("../../pkg/dist/", import.meta.url));
const FAMILY_ENTRIES = ["index.cjs", "form/index.cjs", "validate/index.cjs"];
const ENTRIES = [
	...FAMILY_ENTRIES,
	...FAMILY_ENTRIES.map((entry) => `card-member/${entry}`),
	"keys/node.cjs",
	"keys/webcrypto.cjs",
];

/** The names of created `Intl` objects. */
const made = [];
for (const name of Object.getOwnPropertyNames(Intl)) {
	const { value } = Object.getOwnPropertyDescriptor(Intl, name);
	if (typeof value === "function" && value.prototype !== undefined) {
		Intl[name] = new Proxy(value, {
			construct: (original, args) => noting(name, original, args),
			apply: (original, _, args) => noting(name, original, args),
		});
	}
}

function noting(name, original, args) {
	made.push(name);
	return new original(...args);
}

// The first Intl object takes V8 ten milliseconds; the whole package takes less than twenty.
for (const entry of ENTRIES) {
	test(`loading ${entry} makes nothing of Intl`, () => {
		made.length = 0;
		require(dist + entry);
		assert.deepEqual(made, []);
	});
}

test("creating Intl objects is detected", () => {
	made.length = 0;
	new Intl.Collator("en");
	Intl.NumberFormat("en");
	assert.deepEqual(made, ["Collator", "NumberFormat"]);
});
