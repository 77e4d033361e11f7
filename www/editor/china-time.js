/** Times as WeChat Pay writes them: RFC 3339 with the offset of China, `2020-05-20T13:29:35+08:00`. */

const CHINA = 8 * 3600_000;
const SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** The time, in milliseconds since the epoch, as text, without its milliseconds. */
export function formatChinaTime(time) {
	return `${new Date(time + CHINA).toISOString().slice(0, 19)}+08:00`;
}

/** The milliseconds since the epoch that a text stands for; nothing, if it is no time. */
export function parseTime(text) {
	const time = typeof text === "string" && SHAPE.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(time) ? undefined : time;
}

/** A time some days or years after another one, at the same hour in China. */
export function addToTime(time, { days = 0, years = 0 }) {
	const date = new Date(time + CHINA);
	date.setUTCFullYear(date.getUTCFullYear() + years);
	date.setUTCDate(date.getUTCDate() + days);
	return date.getTime() - CHINA;
}

/** A day of China, as people write it on cards: `2020.05.20`. */
export function chinaDay(time) {
	return new Date(time + CHINA).toISOString().slice(0, 10).replaceAll("-", ".");
}

/** A day and time of China in words of a language. */
export function chinaTimeInWords(time, locale) {
	return new Intl.DateTimeFormat(locale, {
		dateStyle: "long",
		timeStyle: "short",
		timeZone: "Asia/Shanghai",
		hourCycle: "h23",
	}).format(time);
}
