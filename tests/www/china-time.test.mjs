import assert from "node:assert/strict";
import { test } from "node:test";
import { addToTime, chinaDay, formatChinaTime, parseTime } from "../../www/editor/china-time.js";
import { validityOf } from "../../www/endpoints/validity.js";

const TIME = Date.parse("2020-05-20T13:29:35+08:00");

test("times are written with the offset of China", () => {
	assert.equal(formatChinaTime(TIME), "2020-05-20T13:29:35+08:00");
	assert.equal(formatChinaTime(Date.parse("2020-12-31T16:00:00Z")), "2021-01-01T00:00:00+08:00");
	assert.equal(chinaDay(Date.parse("2020-12-31T16:00:00Z")), "2021.01.01");
});

test("only whole times are read", () => {
	assert.equal(parseTime("2020-05-20T13:29:35.120+08:00"), TIME + 120);
	assert.equal(parseTime("2020-05-20T05:29:35Z"), TIME);
	for (const text of ["2020-05-20", "2020", "2020-02-30T00:00:00+08:00 ", "now", "", undefined, 5]) {
		assert.equal(parseTime(text), undefined, String(text));
	}
});

test("days and years are added at the same hour", () => {
	assert.equal(formatChinaTime(addToTime(TIME, { days: 30 })), "2020-06-19T13:29:35+08:00");
	assert.equal(formatChinaTime(addToTime(TIME, { years: 10 })), "2030-05-20T13:29:35+08:00");
});

test("validity is shown as far as it is known", () => {
	assert.equal(validityOf(undefined), undefined);
	assert.deepEqual(validityOf({ type: "PERMANENT" }), ["previewValidForever"]);
	assert.equal(validityOf({ type: "FIX_TERM" }), undefined);
	assert.deepEqual(
		validityOf({ type: "FIX_TERM", available_day_after_receive: 30, wait_days_after_receive: 0 }),
		["previewValidTerm", { days: 30 }],
	);
	assert.deepEqual(validityOf({ type: "FIX_TIME_RANGE", available_end_time: "2030-05-20T00:00:00+08:00" }), [
		"previewValidUntil",
		{ end: "2030.05.20" },
	]);
});
