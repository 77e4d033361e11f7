/**
 * The inputs by type. Each returns `element`, the element to focus, and functions to `write` a value, `lock` the input,
 * and `mark` it with an attribute. It reports edits by `enter(text)` or `set(value)`.
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

/** Creates the input of a field. `own` names the page's special inputs by field. */
export function makeInput(options, own = {}) {
	const { pointer, input } = options.info;
	return (INPUTS[own[pointer] ?? input] ?? textInput)(options);
}
