/**
 * What `<input type="datetime-local">` and pickers of times hold, `2026-01-01T00:00` or `2026-01-01 00:00:00`, is read as time
 * in China, where every card is used.
 */

const OFFSET_MINUTES = 8 * 60;
const LOCAL = /^(\d{4,}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)?$/;

/** The time that such an input's text stands for, as the API writes it. */
export function fromLocal(text: string): string {
	return text.replace(LOCAL, (_, day, time, seconds = ":00") => `${day}T${time}${seconds}+08:00`);
}

/** The text of such an input for a time. */
export function toLocal(time: string): string {
	const instant = Date.parse(time);
	return Number.isNaN(instant)
		? ""
		: new Date(instant + OFFSET_MINUTES * 60_000).toISOString().replace(/(?::00)?\.000Z$|Z$/, "");
}
