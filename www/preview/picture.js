/** Pictures of the card. They load from WeChat Pay's image hosts alone, and give way where they cannot be had. */

const PAUSE = 400;

/** Whether a picture can be asked for: an address of an image host, and not the placeholder of the documentation. */
export function isLoadable(address) {
	try {
		const { protocol, hostname } = new URL(address);
		return protocol === "https:" && hostname.endsWith(".qpic.cn") && !address.includes("xxxxx");
	} catch {
		return false;
	}
}

/** Shows in an image what an address leads to, once nobody is typing it any more. */
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
