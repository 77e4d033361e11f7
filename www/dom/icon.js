/** The icons: one path each, on a 16 × 16 grid with a stroke width of 1.5. */

import { svg } from "./element.js";

const PATHS = {
	add: "M8 3.5v9M3.5 8h9",
	card: "M2.5 4.5h11v8h-11zM2.5 7h11",
	check: "M3.5 8.5l3 3 6-7",
	close: "M4.5 4.5l7 7M11.5 4.5l-7 7",
	copy: "M6 6h7v7H6zM3.5 10V3.5H10",
	dark: "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z",
	down: "M4 6.5l4 4 4-4",
	error: "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5zM8 4.75v4M8 11.1v.2",
	key: "M10.25 2.5a3.25 3.25 0 1 0 0 6.5 3.25 3.25 0 0 0 0-6.5zM7.9 8.1L2.75 13.25M4.5 11.5l1.5 1.5",
	light:
		"M8 5.25a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5zM8 1.5v1.25M8 13.25v1.25M1.5 8h1.25M13.25 8h1.25M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9",
	lock: "M4 7.25h8v6H4zM5.5 7V5.25a2.5 2.5 0 0 1 5 0V7",
	paste: "M5 3.5H3.5v10h9v-10H11M5.75 2.5h4.5v2.25h-4.5zM5.75 8h4.5M5.75 10.5h3",
	phone:
		"M3.5 3h2.25l1.25 3-1.5 1.25a8.5 8.5 0 0 0 3.25 3.25L10 9l3 1.25v2.25a1 1 0 0 1-1 1A9.5 9.5 0 0 1 2.5 4a1 1 0 0 1 1-1z",
	refresh: "M13 8a5 5 0 1 1-1.5-3.5L13 6M13 2.75V6H9.75",
	remove: "M3 4.5h10M6.5 4.25V2.75h3v1.5M4.5 4.5l.5 9h6l.5-9M6.75 7v4M9.25 7v4",
	revert: "M3 6.5h6.5a3.25 3.25 0 0 1 0 6.5H6M5.5 3.75L2.75 6.5 5.5 9.25",
	right: "M6.5 4l4 4-4 4",
	system: "M2.5 3.5h11v7.5h-11zM5.5 13.5h5M8 11v2.5",
	up: "M4 9.5l4-4 4 4",
	warning: "M8 2.25l6.25 11.25H1.75zM8 6.5v3.25M8 11.6v.2",
};

/** An icon that is hidden from screen readers: the text beside it has the meaning. */
export function icon(name) {
	return svg(
		"svg",
		{ class: `icon icon-${name}`, viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" },
		svg("path", { d: PATHS[name] }),
	);
}
