import { svg } from "../dom/element.js";
import { randomFrom } from "./random.js";

const [WIDTH, HEIGHT] = [500, 300];
const LAYERS = 4;
const PEAKS = 7;

/** A landscape of hills for a card without a picture. It depends on the initial. */
export function landscape(initial) {
	const random = randomFrom(initial.codePointAt(0) ?? 0);
	const sun = { cx: 240 + random() * 180, cy: 118 + random() * 24, r: 24 + random() * 14, class: "sun" };
	const hills = Array.from({ length: LAYERS }, (_, layer) =>
		svg("path", { d: ridge(random, 120 + layer * 42), class: `hill hill-${layer + 1}` }),
	);
	return svg(
		"svg",
		{ viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "xMidYMid slice" },
		svg("circle", sun),
		...hills,
	);
}

/** The line of a ridge around a height, closed along the lower edge. */
function ridge(random, height) {
	const step = WIDTH / (PEAKS - 1);
	const tops = Array.from({ length: PEAKS }, () => Math.round(height + (random() - 0.5) * 70));
	const curve = tops
		.slice(1)
		.map((top, index) => {
			const [x, before] = [index * step, tops[index]];
			return `C${Math.round(x + step / 2)} ${before} ${Math.round(x + step / 2)} ${top} ${Math.round(x + step)} ${top}`;
		})
		.join("");
	return `M0 ${tops[0]}${curve}V${HEIGHT}H0z`;
}
