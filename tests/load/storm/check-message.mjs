/**
 * Checks signed messages independently of the package, and more strictly: only messages of this test's honest clients
 * may be signed.
 */

const LINES =
	/^PATCH\n\/v3\/marketing\/membercard-open\/cards\/([A-Za-z0-9_-]{28})\n([1-9][0-9]{9})\n([A-Za-z0-9]{32})\n(\{.*\})\n$/;
const KEYS = ["title", "description"];
const TOLERANCE_SECONDS = 300;

/** Why a message must not have been signed, if it must not. */
export function problemOf(message, card) {
	const [, id, timestamp, , body] = LINES.exec(message) ?? [];
	if (id === undefined) {
		return "not five lines of an update";
	}
	if (id !== card) {
		return "another card";
	}
	if (Math.abs(Number(timestamp) - Date.now() / 1000) > TOLERANCE_SECONDS) {
		return "stale";
	}
	const update = parse(body);
	if (JSON.stringify(update) !== body || Object.keys(update).some((key) => !KEYS.includes(key))) {
		return "not the normal form of what is known";
	}
	const { title = "", description = "" } = update;
	return [...title].length > 10 || [...description].length > 500 ? "too long" : undefined;
}

/** The nonce of a message. */
export function nonceOf(message) {
	return message.split("\n")[3];
}

function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
