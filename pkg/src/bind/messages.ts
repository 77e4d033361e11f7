/** A message about a field. */
export interface Message {
	/** `lock` for the reason why the field cannot be changed. */
	severity: "error" | "warning" | "lock";
	/** The code of the issue. */
	code: string;
	message: string;
}

/** Writes messages into an element, a line each. Those that it holds already are not written again, nor read out again. */
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
