/** Tells a screen reader what changed, once the user pauses. */

const PAUSE = 700;

let timer;

/** Says a text politely; what was to be said before it, but was not yet, is dropped. */
export function announce(text) {
	const region = document.querySelector("#announcer");
	clearTimeout(timer);
	timer = setTimeout(() => {
		// The same text twice would not be said again.
		region.textContent = region.textContent === text ? `${text}\u00a0` : text;
	}, PAUSE);
}
