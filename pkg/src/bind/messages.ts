/** A message about a field. */
export interface Message {
	/** `lock` for the reason why the field cannot be changed. */
	severity: "error" | "warning" | "lock";
	/** The code of the issue. */
	code: string;
	message: string;
}

/**
 * Writes messages into an element, one a line. Unchanged messages are not rewritten, so that screen readers do not
 * repeat them.
 */
export function writeMessages(element: Element, messages: readonly Message[]): void {
	const lines = [...element.children] as HTMLElement[];
	const isWritten = ({ severity, message }: Message, index: number) =>
		lines[index]?.textContent === message && lines[index].dataset.severity === severity;
	if (lines.length !== messages.length || !messages.every(isWritten)) {
		element.replaceChildren(...messages.map((message) => lineOf(message, element.ownerDocument)));
	}
}

function lineOf({ severity, code, message }: Message, document: Document): HTMLElement {
	const line = document.createElement("div");
	line.dataset.severity = severity;
	line.dataset.code = code;
	line.textContent = message;
	return line;
}

/**
 * Where to show a message about a field: at the field, else at the closest field around it, the first within it, or the
 * form.
 */
export function messageTarget(pointer: string, targets: readonly string[]): string | undefined {
	for (let around = pointer; around !== ""; around = around.slice(0, around.lastIndexOf("/"))) {
		if (targets.includes(around)) {
			return around;
		}
	}
	return (
		targets.find((target) => target.startsWith(`${pointer}/`)) ?? targets.find((target) => target === "")
	);
}
