/** Announces changes to screen readers when the user pauses. */

const PAUSE = 700;

let timer;

/** Announces a text politely. Replaces a pending announcement. */
export function announce(text) {
	const region = document.querySelector("#announcer");
	clearTimeout(timer);
	timer = setTimeout(() => {
		// Screen readers ignore an unchanged text.
		region.textContent = region.textContent === text ? `${text}\u00a0` : text;
	}, PAUSE);
}
