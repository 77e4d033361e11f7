/** The steps of the page: card, edit, request. Marks the step that is in view, and whether the request is ready. */

import { setAttribute } from "./dom/element.js";

export class Steps {
	#links;
	#visible = new Set();

	constructor(root) {
		this.#links = [...root.querySelectorAll("a[data-step]")];
		const watcher = new IntersectionObserver((entries) => this.#see(entries), {
			rootMargin: "-15% 0px -55%",
		});
		for (const link of this.#links) {
			watcher.observe(document.querySelector(link.hash));
		}
	}

	/** Shows whether the request can be sent. */
	showReady(isReady) {
		setAttribute(this.#links.at(-1), "data-ready", isReady);
	}

	#see(entries) {
		for (const { target, isIntersecting } of entries) {
			this.#visible[isIntersecting ? "add" : "delete"](target.id);
		}
		const current = this.#links.find(({ hash }) => this.#visible.has(hash.slice(1)));
		for (const link of this.#links) {
			setAttribute(link, "aria-current", link === current && "step");
		}
	}
}
