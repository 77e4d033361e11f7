/**
 * Times without an offset, as `<input type="datetime-local">` and time pickers give them (`2026-01-01T00:00`,
 * `2026-01-01 00:00:00`), are China time: every card is used in China.
 */

const OFFSET_MINUTES = 8 * 60;
const LOCAL = /^(\d{4,}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)?$/;

/** Adds `+08:00` to a local time. */
export function fromLocal(text: string): string {
	return text.replace(LOCAL, (_, day, time, seconds = ":00") => `${day}T${time}${seconds}+08:00`);
}

/** A time as `datetime-local` shows it in China. */
export function toLocal(time: string): string {
	const instant = Date.parse(time);
	return Number.isNaN(instant)
		? ""
		: new Date(instant + OFFSET_MINUTES * 60_000).toISOString().replace(/(?::00)?\.000Z$|Z$/, "");
}
