/** The card that a response holds, which is JSON text; nothing, if that is empty. */
export function cardIn(text: string): unknown {
	return text === "" ? undefined : JSON.parse(text);
}
