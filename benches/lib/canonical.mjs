/**
 * What comes after a verdict, for every peer alike: the canonical body and the string to sign. One pass puts the keys
 * in order and leaves out `null`, and `JSON.stringify` writes it all at once, which is faster than writing by hand.
 */

import { UPDATE } from "./table.mjs";

const START = "PATCH\n/v3/marketing/membercard-open/cards/pbLatjvWOibDc5-TBnbUk1pD12o0\n1554208460\n";
const NONCE = "593BEC0C930BF1AFEB40B4A08C8FB242";

/** The canonical JSON of a valid update. */
export function canonical(update) {
	return JSON.stringify(ordered(update, UPDATE));
}

/** The canonical string to sign: a fixed card, time and nonce, and the body. */
export function messageOf(body) {
	return `${START}${NONCE}\n${body}\n`;
}

function ordered(object, table) {
	const copy = {};
	let listed = 0;
	if (table !== undefined) {
		for (const key of table.keys) {
			const value = object[key];
			if (value !== undefined) {
				listed += 1;
				if (value !== null) {
					copy[key] = isLeaf(value) ? value : orderedValue(value, table.inside?.[key]);
				}
			}
		}
	}
	const keys = Object.keys(object);
	if (keys.length > listed) {
		for (const key of keys) {
			const value = object[key];
			if (value !== null && !table?.known.has(key)) {
				copy[key] = isLeaf(value) ? value : orderedValue(value, undefined);
			}
		}
	}
	return copy;
}

function orderedValue(value, table) {
	if (!Array.isArray(value)) {
		return ordered(value, table);
	}
	return value.map((item) => (isLeaf(item) ? item : orderedValue(item, table)));
}

function isLeaf(value) {
	return typeof value !== "object" || value === null;
}
