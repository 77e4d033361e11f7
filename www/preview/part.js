import { t } from "../i18n/index.js";

/** A part of the preview. It redraws when its data change. */
export class Part {
	#read;
	#draw;
	#drawn = null;

	/** `read(seen)` returns the part's data, `draw(data)` draws them. */
	constructor(read, draw) {
		this.#read = read;
		this.#draw = draw;
	}

	show(seen) {
		const share = this.#read(seen);
		const drawn = JSON.stringify(share);
		if (drawn !== this.#drawn) {
			this.#drawn = drawn;
			this.#draw(share);
		}
	}
}

/** The text of a part: the merchant's label, or a text of the page. */
export function words({ text, label = t(text) }) {
	return label;
}
