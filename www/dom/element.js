/** Makes elements without markup in strings, so that no text can become code. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with properties and children. A property that the element has is set (`textContent`, `disabled`,
 * `onclick`), any other becomes an attribute (`aria-label`, `data-pointer`); `undefined` and `false` leave it out.
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

/** An SVG element with attributes and children. */
export function svg(name, attributes = {}, ...children) {
	const element = document.createElementNS(SVG, name);
	for (const [key, value] of Object.entries(attributes)) {
		element.setAttribute(key, value);
	}
	element.append(...children);
	return element;
}

/** Sets an attribute, or removes it if there is no value; leaves it alone if it is as it should be. */
export function setAttribute(element, name, value) {
	if (value === undefined || value === false) {
		element.removeAttribute(name);
	} else if (element.getAttribute(name) !== String(value)) {
		element.setAttribute(name, value);
	}
}

/** Sets an element's text, if it has another one. */
export function setText(element, text) {
	if (element.textContent !== text) {
		element.textContent = text;
	}
}
