const ATTRIBUTE = "aria-describedby";

/** Adds an element to those that describe another one. */
export function describe(element: Element, id: string): void {
	const ids = describing(element);
	if (!ids.includes(id)) {
		element.setAttribute(ATTRIBUTE, [...ids, id].join(" "));
	}
}

/** Takes it away again. */
export function undescribe(element: Element, id: string): void {
	const ids = describing(element);
	const others = ids.filter((other) => other !== id);
	if (others.length === 0) {
		element.removeAttribute(ATTRIBUTE);
	} else if (others.length < ids.length) {
		element.setAttribute(ATTRIBUTE, others.join(" "));
	}
}

function describing(element: Element): string[] {
	return (element.getAttribute(ATTRIBUTE) ?? "").split(/\s+/).filter(Boolean);
}
