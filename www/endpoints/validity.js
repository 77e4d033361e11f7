import { chinaDay, parseTime } from "../editor/china-time.js";

/** The validity of a card: a key of the page's texts with parameters; `undefined` if unknown. */
export function validityOf(dates) {
	switch (dates?.type) {
		case "PERMANENT":
			return ["previewValidForever"];
		case "FIX_TERM":
			return termOf(dates.available_day_after_receive, dates.wait_days_after_receive);
		case "FIX_TIME_RANGE":
			return rangeOf(parseTime(dates.available_begin_time), parseTime(dates.available_end_time));
		default:
			return undefined;
	}
}

function termOf(days, wait) {
	if (!Number.isInteger(days)) {
		return undefined;
	}
	return Number.isInteger(wait) && wait > 0
		? ["previewValidTermWait", { days, wait }]
		: ["previewValidTerm", { days }];
}

function rangeOf(begin, end) {
	if (begin === undefined && end === undefined) {
		return undefined;
	}
	if (begin === undefined) {
		return ["previewValidUntil", { end: chinaDay(end) }];
	}
	return end === undefined
		? ["previewValidFrom", { begin: chinaDay(begin) }]
		: ["previewValidRange", { begin: chinaDay(begin), end: chinaDay(end) }];
}
