import type { Issue } from "../types.js";
import { decoder } from "../utf8.js";

type Row = [Issue["severity"], Issue["code"], Issue["location"], Issue["path"], Issue["params"]];

/**
 * Issues as the module tells them: rows and messages, both as JSON text, and the length of the rows in four bytes. Text
 * of ASCII alone is decoded and parsed in half the time, so the messages stand apart, and nothing stands twice.
 */
export function readIssues(told: Uint8Array): Issue[] {
	const end = told.length - 4;
	const length = new DataView(told.buffer, told.byteOffset).getUint32(end, true);
	const rows: Row[] = JSON.parse(decoder.decode(told.subarray(0, length)));
	const messages: string[] = JSON.parse(decoder.decode(told.subarray(length, end)));
	return rows.map(([severity, code, location, path, params], index) => {
		const message = messages[index] as string;
		return { severity, code, location, path, pointer: pointerOf(path), params, message } as Issue;
	});
}

/** A path as a JSON pointer (RFC 6901). */
function pointerOf(path: Issue["path"]): string {
	let pointer = "";
	for (const step of path) {
		pointer += `/${typeof step === "string" ? escaped(step) : step}`;
	}
	return pointer;
}

function escaped(key: string): string {
	return /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}
