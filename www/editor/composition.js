/**
 * Calls `enter` with the text of an input after every edit, but not while an input method is composing. Returns a
 * function that says whether it is composing.
 */
export function onText(input, enter) {
	let composing = false;
	input.addEventListener("compositionstart", () => {
		composing = true;
	});
	input.addEventListener("compositionend", () => {
		composing = false;
		enter(input.value);
	});
	input.addEventListener("input", (event) => {
		if (!composing && !event.isComposing) {
			enter(input.value);
		}
	});
	return () => composing;
}
