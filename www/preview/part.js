import { t } from "../i18n/index.js";

/** A part of the preview: draws its share of what there is to see, when that has become another. */
export class Part {
	#read;
	#draw;
	#drawn = null;

	/** `read(seen)` takes its share, `draw(share)` draws it. */
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

/** What a part says: a label as the merchant wrote it, or the page's own text of a name. */
export function words({ text, label = t(text) }) {
	return label;
}
