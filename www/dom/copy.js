import { t } from "../i18n/index.js";
import { announce } from "./announce.js";
import { setButtonText, textButton } from "./button.js";

const SHOWN = 1600;

/** A button that copies what `read` returns. */
export function copyButton(read, { text = t("copy"), className = "button quiet small" } = {}) {
	let timer;
	const button = textButton({ text, image: "copy", className, onclick: copy });
	async function copy() {
		const copied = await write(read());
		const outcome = t(copied ? "copied" : "copyFailed");
		setButtonText(button, outcome);
		announce(outcome);
		clearTimeout(timer);
		timer = setTimeout(() => setButtonText(button, text), SHOWN);
	}
	return button;
}

async function write(text) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false; // Not permitted, or not a secure context.
	}
}
