/** Writes what was measured into the tables of README.md and README.zh-CN.md, between comments that name them. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NAMES, OURS } from "../peers/index.mjs";
import { amount } from "./report.mjs";

const root = join(import.meta.dirname, "../..");
const PEERS = NAMES.filter((name) => name !== OURS);

/** The rows of the table of times: a row of the results, and what it is called. */
const TIMES = [
	["whole", "example", "bytes in; verdict, canonical body, string to sign out: the documented example"],
	["whole", "chinese", "the same, Chinese text"],
	["whole", "smallest", "the same, one field"],
	["whole", "largest", "the same, every field at its limit"],
	["whole", "invalid", "the same, an error in nearly every field"],
	["whole", "worst", "the same, the worst of 60 kB"],
	["object", "example", "object in, issues out: the documented example"],
	["object", "chinese", "the same, Chinese text"],
	["object", "smallest", "the same, one field"],
	["object", "largest", "the same, every field at its limit"],
	["object", "invalid", "the same, an error in nearly every field"],
	["keystroke", "example", "one keystroke, the documented example: `set` beside a whole revalidation"],
	["keystroke", "largest", "one keystroke, every field at its limit"],
	["cold", "node", "from import to the first verdict, Node.js: what a program that validates imports"],
	["cold", "chromium", "the same, Chromium"],
	["download", "brotli", "bytes to download, brotli: what a page that validates imports"],
];

/** What is downloaded, by what it is called in the results. */
const ENTRIES = [`${OURS} (all)`, `${OURS}/form`, OURS];

/** Writes both files with the figures of a run to a folder. */
export function writeReadmes(rows, folder) {
	const find = (measure, key) => rows.find((row) => row.measure === measure && row.key === key);
	const { values } = find("download", "brotli");
	const sizes = ENTRIES.map((name) => amount(values[name], "B"));
	edit("README.md", folder, (text) => withSizes(between(text, "times", table(find)), sizes));
	edit("README.zh-CN.md", folder, (text) => withSizes(text, sizes));
}

function table(find) {
	const lines = TIMES.map(([measure, key, about]) => {
		const { unit, values, ratios } = find(measure, key);
		return line([about, amount(values[OURS], unit), ...PEERS.map((name) => multiple(ratios[name]))]);
	});
	const head = line(["in multiples of the package's own", "", ...PEERS]);
	return [head, line(Array(PEERS.length + 2).fill("---")), ...lines].join("\n");
}

function line(cells) {
	return `| ${cells.join(" | ")} |`.replaceAll("|  |", "| |");
}

function multiple(ratio) {
	return ratio < 10 ? ratio.toFixed(2) : ratio.toPrecision(3);
}

/** The text with other lines between the comments of that name. */
function between(text, name, lines) {
	const [start, end] = [`<!-- measured: ${name} -->\n`, `\n<!-- end: ${name} -->`];
	const [from, to] = [text.indexOf(start), text.indexOf(end)];
	if (from < 0 || to < from) {
		throw new Error(`README has no lines between ${start.trim()} and ${end.trim()}`);
	}
	return text.slice(0, from) + start + lines + text.slice(to);
}

/** The table of imports with other sizes in its last column, in the order of its rows. */
function withSizes(text, sizes) {
	const found = /(?<=<!-- measured: sizes -->\n).*?(?=<!-- end: sizes -->)/s.exec(text);
	let next = 0;
	const lines = found?.[0].replace(/\| [\d.]+ kB \|$/gm, () => `| ${sizes[next++]} |`);
	if (next !== sizes.length) {
		throw new Error(`README has ${next} sizes in place of ${sizes.length}`);
	}
	return text.slice(0, found.index) + lines + text.slice(found.index + found[0].length);
}

function edit(name, folder, change) {
	writeFileSync(join(folder, name), change(readFileSync(join(root, name), "utf8")));
}
