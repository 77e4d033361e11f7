/**
 * Numbers below unknown keys, compared with `JSON.parse`: accepted numbers are unchanged in JavaScript, refused ones
 * are not.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { validateJson } from "../../../pkg/dist/index.mjs";
import { fc } from "./check.mjs";

/** The value of a decimal number, as a fraction, and how many digits it has without zeros around them. */
function decimal(number) {
	const [, whole, fraction = "", exponent = "0"] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number);
	const power = BigInt(exponent) - BigInt(fraction.length);
	const digits = BigInt(whole + fraction);
	const value = power < 0n ? [digits, 10n ** -power] : [digits * 10n ** power, 1n];
	return { value, count: (whole + fraction).replace(/^0+|0+$/g, "").length };
}

/** The value of one of JavaScript's numbers, as a fraction. */
function fractionOf(number) {
	let [whole, halvings] = [Math.abs(number), 0n];
	while (!Number.isInteger(whole)) {
		whole *= 2;
		halvings += 1n;
	}
	return [BigInt(whole), 2n ** halvings];
}

/** How far two fractions are apart, times both denominators. */
function distance([one, ofOne], [other, ofOther]) {
	const difference = one * ofOther - other * ofOne;
	return difference < 0n ? -difference : difference;
}

/**
 * Whether JavaScript's number is exactly the written number, or has these digits as its shortest form. (If two shortest
 * forms are equally near, languages choose differently.)
 */
function isKeptAs(read, number) {
	const [here, written] = [decimal(number), decimal(String(read))];
	const off = distance(here.value, fractionOf(read));
	const writtenOff = distance(written.value, fractionOf(read));
	const isAsNear = off * written.value[1] === writtenOff * here.value[1];
	return off === 0n || (here.count === written.count && isAsNear);
}

function compare(number, count) {
	const read = Number(number);
	const { valid, issues } = validateJson(`{"title":"a","x":[${number}]}`);
	const isKept = Number.isFinite(read) && isKeptAs(read, number);
	if (valid) {
		count.kept += 1;
		assert.ok(isKept, `${number} is read as ${read}`);
	} else {
		count.changed += 1;
		assert.ok(
			issues.some(({ code, pointer }) => code === "inexact_number" && pointer === "/x/0"),
			number,
		);
		assert.ok(!isKept || decimal(number).count >= 20, `${number} is kept`);
	}
}

test("numbers written by JavaScript are kept", () => {
	const count = { kept: 0, changed: 0 };
	fc.assert(
		fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) =>
			compare(String(number), count),
		),
		{ numRuns: 3000 },
	);
	assert.equal(count.changed, 0);
});

test("only numbers that JavaScript would change are refused", () => {
	const count = { kept: 0, changed: 0 };
	const numbers = fc.oneof(
		fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?([eE][+-]?\d{1,3})?$/),
		fc.stringMatching(/^[1-9]\d{15,17}$/),
		fc.stringMatching(/^[1-9]\.\d{15,16}e-?(30|31|32)\d$/),
		fc.bigInt({ min: 2n ** 53n - 20n, max: 2n ** 55n }).map(String),
	);
	fc.assert(
		fc.property(numbers, (number) => compare(number, count)),
		{ numRuns: 6000 },
	);
	assert.ok(count.kept > 500 && count.changed > 500, JSON.stringify(count));
});

test("a text of long numbers is read in a moment", () => {
	for (const number of ["1.2345678901234567e-300", "12345678901234567e280", "0.30000000000000004"]) {
		const most = Math.floor((256 * 1024 - 16) / (number.length + 1));
		const json = `{"x":[${Array(most).fill(number).join(",")}]}`;
		const start = performance.now();
		validateJson(json);
		const took = performance.now() - start;
		assert.ok(took < 3000, `${number}: ${took} ms`);
	}
});
