/**
 * Whether a message may be signed, by a reading of its own: it shares no code with the package. It knows only what the
 * honest clients of this test send, and is stricter than the package.
 */

const LINES =
	/^PATCH\n\/v3\/marketing\/membercard-open\/cards\/([A-Za-z0-9_-]{28})\n([1-9][0-9]{9})\n([A-Za-z0-9]{32})\n(\{.*\})\n$/;
const KEYS = ["title", "description"];
const TOLERANCE_SECONDS = 300;

/** The reason why a message must not have been signed, if there is one. */
export function complaint(message, card) {
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
