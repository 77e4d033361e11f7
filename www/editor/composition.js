/**
 * Calls `enter` with the text of an input after every edit, but never while an input method is composing: half of a
 * syllable is nobody's word. Returns whether it is composing now.
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
