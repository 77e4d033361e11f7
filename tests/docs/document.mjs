/** Documents as the tests read them. */

import { readFileSync } from "node:fs";

import { slug } from "../../docs/site/slug.mjs";

/** A text without its code. */
export function proseOf(file) {
	return readFileSync(file, "utf8").replace(/^```.*?^```$/gms, "");
}

/** Link targets: headings with GitHub's ids, and anchors. */
export function targetsOf(file) {
	const prose = proseOf(file);
	const headings = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading));
	return [...headings, ...[...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)];
}

/** The rows of the table below a heading with these columns. */
export function tableOf(file, ...columns) {
	const lines = proseOf(file).split("\n");
	const head = lines.findIndex((line) => line.startsWith(`| ${columns.join(" | ")} |`));
	const table = lines.slice(head);
	const end = table.findIndex((line) => !line.startsWith("|"));
	return table.slice(2, end).map((line) => line.slice(2, -2).split(/ \| /));
}
