/** Pictures of the card. They load only from WeChat Pay's image hosts, and are hidden if they fail to load. */

const PAUSE = 400;

/** Whether a picture may be loaded: its URL has an image host and is not the placeholder of the documentation. */
export function isLoadable(address) {
	try {
		const { protocol, hostname } = new URL(address);
		return protocol === "https:" && hostname.endsWith(".qpic.cn") && !address.includes("xxxxx");
	} catch {
		return false;
	}
}

/** Shows the picture of a URL after the user has stopped typing. */
export class Picture {
	#image;
	#address;
	#timer;

	constructor(image) {
		this.#image = image;
		image.hidden = true;
		image.addEventListener("load", () => {
			image.hidden = false;
		});
		image.addEventListener("error", () => {
			image.hidden = true;
		});
	}

	show(address) {
		if (address === this.#address) {
			return;
		}
		this.#address = address;
		this.#image.hidden = true;
		this.#image.removeAttribute("src");
		clearTimeout(this.#timer);
		if (isLoadable(address)) {
			this.#timer = setTimeout(() => {
				this.#image.src = address;
			}, PAUSE);
		}
	}
}
