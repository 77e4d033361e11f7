import type { FieldState } from "../form/types.js";
import type { BoundField, Control } from "./bound-fields.js";

/** Creates the counter of a field with a text limit. */
export function createCounter(
	{ controls }: BoundField,
	state: FieldState | undefined,
): HTMLElement | undefined {
	const isCounted = state?.unit === "character" && state.limit !== undefined;
	return isCounted ? (controls[0] as Control).ownerDocument.createElement("span") : undefined;
}

/** Writes the count, such as `3/10`. `data-over` is set beyond the limit. */
export function renderCounter(
	counter: Element | undefined,
	state: FieldState | undefined,
	textOf: (state: FieldState) => string,
): void {
	if (counter === undefined || state === undefined) {
		return;
	}
	const text = textOf(state);
	if (counter.textContent !== text) {
		counter.textContent = text;
	}
	counter.toggleAttribute("data-over", (state.remaining ?? 0) < 0);
}

/** `3/10`, or `3` without a limit; empty where nothing is counted. */
export function countText({ count, limit }: FieldState): string {
	return count === undefined ? "" : limit === undefined ? String(count) : `${count}/${limit}`;
}
