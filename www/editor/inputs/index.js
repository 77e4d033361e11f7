/**
 * The inputs, by the type that the package's metadata names. Each gives `element`, what to focus, and how to `write` a
 * value, `lock` it, and `mark` it with an attribute; it tells edits with `enter(text)` or `set(value)`.
 */

import { checkboxesInput } from "./checkboxes.js";
import { colourInput } from "./colour.js";
import { dateTimeInput } from "./date-time.js";
import { requestNoInput } from "./request-no.js";
import { selectInput } from "./select.js";
import { textInput } from "./text.js";
import { yesNoInput } from "./yes-no.js";

const INPUTS = {
	checkbox: yesNoInput,
	colour: colourInput,
	datetime: dateTimeInput,
	multiselect: checkboxesInput,
	requestNo: requestNoInput,
	select: selectInput,
};

/** Makes the input of a field. `own` are the names of the page's own inputs, by the fields that have one. */
export function makeInput(options, own = {}) {
	const { pointer, input } = options.info;
	return (INPUTS[own[pointer] ?? input] ?? textInput)(options);
}
