/**
 * Simulates an input method for drivers without one: the events of Firefox and Safari in order, with the text changes.
 * Each function runs in the page.
 */

/** The text of an unfinished composition. */
export function composeInPage(text) {
	const target = document.activeElement;
	const begins = target.composed === undefined;
	if (begins) {
		target.composed = { at: target.selectionStart, text: "" };
		target.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
	}
	const { at, text: before } = target.composed;
	target.dispatchEvent(new CompositionEvent("compositionupdate", { bubbles: true, data: text }));
	const about = { bubbles: true, data: text, inputType: "insertCompositionText", isComposing: true };
	target.dispatchEvent(new InputEvent("beforeinput", about));
	target.setRangeText(text, at, at + before.length, "end");
	target.composed.text = text;
	target.dispatchEvent(new InputEvent("input", about));
}

/** Firefox: the composition ends, then comes an input event that belongs to none. */
export function settleAsFirefox(text) {
	const target = document.activeElement;
	const { at, text: before } = target.composed;
	delete target.composed;
	target.setRangeText(text, at, at + before.length, "end");
	target.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: text }));
	const about = { bubbles: true, data: text, inputType: "insertCompositionText", isComposing: false };
	target.dispatchEvent(new InputEvent("input", about));
}

/** Safari: the unsettled text is deleted and the settled one inserted, then the composition ends. */
export function settleAsSafari(text) {
	const target = document.activeElement;
	const { at, text: before } = target.composed;
	delete target.composed;
	for (const [inputType, piece, from, to] of [
		["deleteCompositionText", "", at, at + before.length],
		["insertFromComposition", text, at, at],
	]) {
		const about = { bubbles: true, data: piece || null, inputType, isComposing: true };
		target.dispatchEvent(new InputEvent("beforeinput", about));
		target.setRangeText(piece, from, to, "end");
		target.dispatchEvent(new InputEvent("input", about));
	}
	target.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: text }));
}
