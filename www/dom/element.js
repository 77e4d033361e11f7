/** Creates elements without HTML strings, so that no text can become code. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Creates an element. Properties that the element has are set (`textContent`, `disabled`, `onclick`); others become
 * attributes (`aria-label`, `data-pointer`). `undefined` and `false` are left out.
 */
export function h(name, properties = {}, ...children) {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(properties)) {
		if (value === undefined || value === false) {
			continue;
		}
		if (key in element && !key.includes("-")) {
			element[key] = value;
		} else {
			element.setAttribute(key, value === true ? "" : value);
		}
	}
	element.append(...children.filter((child) => child !== undefined));
	return element;
}

/** Creates an SVG element. */
export function svg(name, attributes = {}, ...children) {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) {
		element.setAttribute(key, value);
	}
	element.append(...children);
	return element;
}

/** Sets an attribute if it differs. Removes it if there is no value. */
export function setAttribute(element, name, value) {
	if (value === undefined || value === false) {
		element.removeAttribute(name);
	} else if (element.getAttribute(name) !== String(value)) {
		element.setAttribute(name, value);
	}
}

/** Sets an element's text if it differs. */
export function setText(element, text) {
	if (element.textContent !== text) {
		element.textContent = text;
	}
}
