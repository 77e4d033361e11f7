/** What the package wants to reach: each goal with its floor, and how far it is. */

import { OURS } from "../peers/index.mjs";

const TYPED = ["zod", "valibot", "typebox", "arktype"];
const ALL = ["ajv", "ajv-standalone", ...TYPED];
/** The documents of `corpus.mjs` but for the worst case. */
const ORDINARY = ["example", "smallest", "chinese", "largest", "invalid"];

/** A peer's time ÷ ours must be at least the floor. */
const ahead = (measure, documents, peers, floor) =>
	documents.flatMap((key) => peers.map((peer) => ({ measure, key, peer, floor })));

/** The bytes that are allowed ÷ ours must be at least 1. */
const within = (key, name, bytes) => ({ measure: "download", key, name, most: bytes, floor: 1 });

/** A row of the results by `measure` and `key`, and in it a peer, or what is allowed at most. */
export const GOALS = [
	...ahead("whole", [...ORDINARY, "worst"], ALL, 1),
	...ahead(
		"object",
		ORDINARY.filter((key) => key !== "smallest"),
		TYPED,
		1,
	),
	...ahead("object", ["smallest"], ["zod"], 0.6),
	...ahead("object", ["example"], ["ajv"], 0.9),
	...ahead(
		"object",
		ORDINARY.filter((key) => key !== "example"),
		["ajv"],
		0.5,
	),
	// So many times as fast it was when the goal was set.
	...ahead("keystroke", ["example"], ["ajv"], 1.77),
	within("brotli", OURS, 30_000),
	within("brotli", `${OURS}/form`, 85_000),
	within("brotli", `${OURS} (all)`, 140_000),
	// At most twice as slow.
	...ahead("cold", ["node", "chromium"], ["valibot"], 0.5),
];

/** How far each goal is, by the rows of the results. */
export function reach(rows) {
	return GOALS.map(({ measure, key, peer, name = OURS, most, floor }) => {
		const row = rows.find((row) => row.measure === measure && row.key === key);
		const ours = row.values[name];
		const share = Number(((most ?? row.values[peer]) / ours).toPrecision(3));
		return {
			goal: `${measure}, ${row.about}: ${peer ?? `${name} in ${most} bytes`}`,
			floor,
			share,
			isReached: share >= floor,
		};
	});
}
