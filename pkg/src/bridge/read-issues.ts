import { core } from "./core.js";
import { Reader } from "./reader.js";
import type { Issue } from "./types.js";

const SEVERITIES = ["error", "warning"] as const;
const LOCATIONS = ["body", "current", "request"] as const;

type Param = string | number | boolean | string[];

/** The issues of an answer whose text is that long. `pkg/wasm/src/told.rs` wrote them. */
export function readIssues(length: number): Issue[] {
	return issuesOf(new Reader(length));
}

/** The issues that an answer goes on with. */
export function issuesOf(reader: Reader): Issue[] {
	return reader.list(issueOf);
}

function issueOf(reader: Reader): Issue {
	const names = reader.code();
	const severity = SEVERITIES[reader.number()];
	const location = LOCATIONS[reader.number()];
	const { path, pointer } = reader.place();
	const params: Record<string, Param> = {};
	for (let left = reader.number(); left > 0; left--) {
		const head = reader.number();
		params[names[(head >> 3) + 1] as string] = paramOf(reader, head & 7);
	}
	const message = reader.text();
	return { severity, code: names[0], location, path, pointer, params, message } as Issue;
}

function paramOf(reader: Reader, kind: number): Param {
	const { CoreParam } = core();
	switch (kind) {
		case CoreParam.Text:
			return reader.text();
		case CoreParam.Integer:
			return reader.integer();
		case CoreParam.Boolean:
			return reader.number() === 1;
		case CoreParam.Choices:
			return reader.choices();
		default:
			return reader.list((items) => items.text());
	}
}
