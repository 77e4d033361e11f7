import { core } from "../bridge/core.js";
import { issuesOf } from "../bridge/read-issues.js";
import type { Reader } from "../bridge/reader.js";
import { readHostText } from "./host-text.js";
import type { FieldLock, FieldState } from "./types.js";

/** The state of a field that an answer goes on with. `pkg/wasm/src/form/state.rs` wrote it. */
export function stateOf(reader: Reader): FieldState {
	const { CoreMark } = core();
	const { path, pointer } = reader.place();
	const text = reader.optional();
	const marks = reader.number();
	const has = (mark: number) => (marks & mark) !== 0;
	const state: FieldState = {
		path,
		pointer,
		value: text === undefined ? undefined : readHostText(text),
		required: has(CoreMark.Required),
		relevant: has(CoreMark.Relevant),
		touched: has(CoreMark.Touched),
		dirty: has(CoreMark.Dirty),
		issues: [],
	};
	if (has(CoreMark.Characters)) {
		state.unit = "character";
	} else if (has(CoreMark.Items)) {
		state.unit = "item";
	}
	if (has(CoreMark.Count)) {
		state.count = reader.number();
	}
	if (has(CoreMark.Graphemes)) {
		state.graphemes = reader.number();
	}
	if (has(CoreMark.Limit)) {
		state.limit = reader.number();
	}
	if (has(CoreMark.Remaining)) {
		state.remaining = reader.signed();
	}
	if (has(CoreMark.Locked)) {
		state.locked = lockOf(reader);
	}
	state.issues = issuesOf(reader);
	return state;
}

function lockOf(reader: Reader): FieldLock {
	const [code] = reader.code();
	return { code, reason: reader.text() };
}
