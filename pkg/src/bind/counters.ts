import type { FieldState } from "../form/types.js";
import type { BoundField, Control } from "./bound-fields.js";

/** An element for the count of a field whose text is limited. */
export function makeCounter(
	{ controls }: BoundField,
	state: FieldState | undefined,
): HTMLElement | undefined {
	const isCounted = state?.unit === "character" && state.limit !== undefined;
	return isCounted ? (controls[0] as Control).ownerDocument.createElement("span") : undefined;
}

/** Writes a count, as in `3/10`. `data-over` marks one beyond the limit. */
export function drawCounter(
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

/** `3/10`; only `3` without a limit, and nothing for what cannot be counted. */
export function countOf({ count, limit }: FieldState): string {
	return count === undefined ? "" : limit === undefined ? String(count) : `${count}/${limit}`;
}
