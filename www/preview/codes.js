/** Drawings that look like codes, but encode nothing. */

import { svg } from "../dom/element.js";
import { randomFrom } from "./random.js";

const QR_SIZE = 25;
const FINDER = 7;
const BARS = 62;

/** A bar code. */
export function barCode(name) {
	const random = randomFrom(7);
	let path = "";
	let x = 0;
	for (let bar = 0; bar < BARS; bar++) {
		const width = 1 + Math.floor(random() * 3);
		path += `M${x} 0h${width}v40h-${width}z`;
		x += width + 1 + Math.floor(random() * 2.4);
	}
	return drawing(name, "bar-code", `0 0 ${x - 1} 40`, path, "none");
}

/** A fake QR code, without format information and data. */
export function qrCode(name) {
	const random = randomFrom(20);
	let path = "";
	for (let y = 0; y < QR_SIZE; y++) {
		for (let x = 0; x < QR_SIZE; x++) {
			const isDark = inFinder(x, y) ?? random() < 0.5;
			if (isDark) {
				path += `M${x} ${y}h1v1h-1z`;
			}
		}
	}
	return drawing(name, "qr-code", `0 0 ${QR_SIZE} ${QR_SIZE}`, path, "xMidYMid");
}

function drawing(name, className, viewBox, path, ratio) {
	return svg(
		"svg",
		{
			class: className,
			viewBox,
			role: "img",
			"aria-label": name,
			preserveAspectRatio: ratio,
			"shape-rendering": "crispEdges",
		},
		svg("path", { d: path }),
	);
}

/** Whether a module of a finder pattern is dark; `undefined` outside of the three patterns. */
function inFinder(x, y) {
	for (const [left, top] of [
		[0, 0],
		[QR_SIZE - FINDER, 0],
		[0, QR_SIZE - FINDER],
	]) {
		const [dx, dy] = [x - left, y - top];
		if (dx >= -1 && dx <= FINDER && dy >= -1 && dy <= FINDER) {
			const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3));
			return ring === 3 || ring <= 1;
		}
	}
	return undefined;
}
