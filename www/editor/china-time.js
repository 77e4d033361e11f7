/** Times in WeChat Pay's format: RFC 3339 with the offset of China, `2020-05-20T13:29:35+08:00`. */

const CHINA = 8 * 3600_000;
const SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** Formats a time, given in milliseconds since the epoch, without milliseconds. */
export function formatChinaTime(time) {
	return `${new Date(time + CHINA).toISOString().slice(0, 19)}+08:00`;
}

/** Parses a time to milliseconds since the epoch; `undefined` if it is not a time. */
export function parseTime(text) {
	const time = typeof text === "string" && SHAPE.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(time) ? undefined : time;
}

/** Adds days or years to a time. The hour in China stays the same. */
export function addToTime(time, { days = 0, years = 0 }) {
	const date = new Date(time + CHINA);
	date.setUTCFullYear(date.getUTCFullYear() + years);
	date.setUTCDate(date.getUTCDate() + days);
	return date.getTime() - CHINA;
}

/** The date in China as written on cards: `2020.05.20`. */
export function chinaDay(time) {
	return new Date(time + CHINA).toISOString().slice(0, 10).replaceAll("-", ".");
}

/** Date and time in China for people, in a language. */
export function chinaTimeInWords(time, locale) {
	return new Intl.DateTimeFormat(locale, {
		dateStyle: "long",
		timeStyle: "short",
		timeZone: "Asia/Shanghai",
		hourCycle: "h23",
	}).format(time);
}
