/**
 * The rules that no schema language has, written once and used by every peer: a team that picked one of them would
 * write these functions too. Those that decide errors only; see `src/validate` and `src/endpoints` for all.
 */

import { UPDATE_KEYS } from "./table.mjs";

const DAY = 86_400;
const SURROGATE = /[\ud800-\udfff]/;
const BROKEN_URL = /[\p{White_Space}\p{Cc}\\]/u;
const AUTHORITY = /^https?:\/\/([^/?#]*)/i;
const HOST = /^(?:\[[^"<>^`{|}[\]]+\]|[^"<>^`{|}[\]:]+)$/;
const PICTURE_HOST = /^(?:[a-z0-9._-]+\.)?qpic\.cn$/i;
const IPV6 = /^[\da-f.:]+$/i;
/** What no host holds once its escapes are read. */
const NOT_IN_HOSTS = /[\p{Cc} #%/:<>?@[\\\]^|]/u;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
/** Pages of plugins. */
const PLUGIN = /^plugin(?:-private)?:\/\//;
const MOMENT =
	/^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Whether a text holds only characters of one to three UTF-8 bytes: neither supplementary nor half ones. */
export function isPlain(text) {
	return !SURROGATE.test(text);
}

/** Whether a text has at most that many code points. */
export function isAtMost(text, max) {
	if (text.length <= max) {
		return true;
	}
	if (text.length > 2 * max) {
		return false;
	}
	let count = 0;
	for (const _ of text) {
		count += 1;
	}
	return count <= max;
}

/** The characters that an AppID may hold; whether it may be empty depends on the field. */
export function isAppid(text) {
	return /^[!-~]*$/.test(text);
}

function hostOf(text) {
	const authority = BROKEN_URL.test(text) ? undefined : AUTHORITY.exec(text)?.[1];
	if (authority === undefined) {
		return undefined;
	}
	const [, host, port] = /^(.*?)(?::(\d*))?$/.exec(authority.slice(authority.lastIndexOf("@") + 1));
	const isHost = host.startsWith("[") ? IPV6.test(host.slice(1, -1)) : isHostName(host);
	return HOST.test(host) && isHost && !(Number(port) > 65_535) ? host : undefined;
}

function isHostName(host) {
	return !host.startsWith(".") && !host.includes("..") && !(host.includes("%") && isBadlyEscaped(host));
}

function isBadlyEscaped(host) {
	try {
		return NOT_IN_HOSTS.test(decodeURIComponent(host));
	} catch {
		return true;
	}
}

/** An absolute address on the web, or nothing. */
export function isWebUrl(text) {
	return text === "" || hostOf(text) !== undefined;
}

/** The address of a picture under WeChat's domain, or nothing. */
export function isImageUrl(text) {
	if (text === "") {
		return true;
	}
	const host = hostOf(text);
	return host !== undefined && PICTURE_HOST.test(host);
}

/** Not an address: the path of a mini program's page has no scheme. */
export function isPagePath(text) {
	const start = text.trimStart();
	return !SCHEME.test(start) || PLUGIN.test(start);
}

/** A moment of RFC 3339 on the real calendar, as seconds since 1970 and the digits of a fraction. */
function moment(text) {
	const parts = MOMENT.exec(text);
	if (parts === null) {
		return undefined;
	}
	const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
	const [offsetHours, offsetMinutes] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
		return undefined;
	}
	if (hour > 23 || minute > 59 || offsetHours > 23 || offsetMinutes > 59) {
		return undefined;
	}
	const offset = (offsetHours * 3600 + offsetMinutes * 60) * (parts[8] === "-" ? -1 : 1);
	const seconds = daysFromEpoch(year, month, day) * DAY + hour * 3600 + minute * 60 + second - offset;
	return second < 60 || (second === 60 && seconds % DAY === 0)
		? { seconds, fraction: (parts[7] ?? "").replace(/0+$/, "") }
		: undefined;
}

function daysInMonth(year, month) {
	if (month === 2) {
		return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	}
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function daysFromEpoch(year, month, day) {
	const marchYear = month < 3 ? year - 1 : year;
	const dayOfYear = Math.trunc((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
	const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
	return 365 * marchYear + leapDays + dayOfYear - 719_468;
}

export function isDateTime(text) {
	return moment(text) !== undefined;
}

/** Whether a range ends no earlier than it begins, as far as both are moments. */
export function runsForward(dates) {
	const { available_begin_time: begin, available_end_time: end } = dates;
	if (typeof begin !== "string" || typeof end !== "string") {
		return true;
	}
	const [from, to] = [moment(begin), moment(end)];
	if (from === undefined || to === undefined) {
		return true;
	}
	return from.seconds === to.seconds ? from.fraction <= to.fraction : from.seconds < to.seconds;
}

/** Whether a mini program has a path beside its AppID: it may be absent, but not empty. */
export function hasItsPath(balance) {
	const { balance_appid: appid, balance_path: path } = balance;
	return path !== "" || typeof appid !== "string" || appid === "";
}

/** Whether the level is filled in where levels are shown: it may be absent, but not empty. */
export function hasItsLevel(update) {
	return update.need_display_level !== true || update.init_level !== "";
}

/** Whether an update that is not empty holds any field of the API. */
export function hasKnownField(update) {
	return UPDATE_KEYS.some((key) => isThere(update[key])) || !Object.values(update).some(isThere);
}

function isThere(value) {
	return value !== undefined && value !== null;
}

export function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether anything may be sent under an unknown key: all its keys and texts are plain. */
export function isPlainThroughout(value) {
	if (typeof value === "string") {
		return isPlain(value);
	}
	if (typeof value !== "object" || value === null) {
		return true;
	}
	return Array.isArray(value)
		? value.every(isPlainThroughout)
		: Object.keys(value).every((key) => isPlainKey(key) && isPlainThroughout(value[key]));
}

function isPlainKey(key) {
	return key !== "__proto__" && isPlain(key);
}

/** Whether all keys of an object are plain. */
export function hasPlainKeys(object) {
	return Object.keys(object).every(isPlainKey);
}

/** Whether the keys that a table does not list are plain, with all that they hold. */
export function areUnknownPlain(object, known) {
	for (const key of Object.keys(object)) {
		if (!known.has(key) && !(isPlainKey(key) && isPlainThroughout(object[key]))) {
			return false;
		}
	}
	return true;
}
