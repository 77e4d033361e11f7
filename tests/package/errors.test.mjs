import assert from "node:assert/strict";
import { test } from "node:test";
import { ValidationError } from "../../pkg/build/issues/validation-error.js";

const issue = (severity, pointer, message) => ({
	severity,
	code: "too_long",
	path: [],
	pointer,
	params: {},
	message,
});

test("a ValidationError names its first errors and carries all issues", () => {
	const issues = [
		issue("warning", "/w", "doubtful"),
		issue("error", "/a", "first"),
		issue("error", "", "second"),
		issue("error", "/c", "third"),
		issue("error", "/d", "fourth"),
		issue("error", "/e", "fifth"),
	];
	const error = new ValidationError(issues);
	assert.ok(error instanceof Error);
	assert.equal(error.name, "ValidationError");
	assert.equal(error.issues, issues);
	assert.equal(
		error.message,
		"The membership-card update is not valid\n/a: first\n/: second\n/c: third\n… and 2 more",
	);
	assert.doesNotMatch(new ValidationError(issues.slice(0, 2)).message, /more|doubtful/);
});
