const ATTRIBUTES = ["name", "data-field", "data-message-for", "data-counter-for", "data-row-for"];
const OF_INTEREST = `input, select, textarea, ${ATTRIBUTES.slice(2).map((name) => `[${name}]`)}`;

/**
 * Calls back when the page adds, removes or renames controls of a form. Use the observer to stop, or to skip pending
 * records.
 */
export function observeControls(form: HTMLFormElement, changed: () => void): MutationObserver {
	const Observer = (form.ownerDocument.defaultView ?? globalThis).MutationObserver;
	const observer = new Observer((records) => {
		if (records.some(isOfInterest)) {
			changed();
		}
	});
	observer.observe(form, { childList: true, subtree: true, attributes: true, attributeFilter: ATTRIBUTES });
	return observer;
}

function isOfInterest({ type, addedNodes, removedNodes }: MutationRecord): boolean {
	return type === "attributes" || [...addedNodes, ...removedNodes].some(hasPart);
}

function hasPart(node: Node): boolean {
	const { matches, querySelector } = node as Partial<Element>;
	return (
		matches !== undefined &&
		((node as Element).matches(OF_INTEREST) || querySelector?.call(node, OF_INTEREST) !== null)
	);
}
