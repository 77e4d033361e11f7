/** Card colours in WeChat Pay's format: `#RRGGBB`. */

const SHAPE = /^#[0-9a-f]{6}$/i;

/** Whether a text is a colour. */
export function isColour(text) {
	return typeof text === "string" && SHAPE.test(text);
}

/** Whether dark text has more contrast on a colour than white text, by WCAG's relative luminance. */
export function isLight(colour) {
	const [red, green, blue] = [1, 3, 5].map((at) =>
		linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
	);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18;
}

function linear(share) {
	return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
