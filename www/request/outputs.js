import { copyButton } from "../dom/copy.js";
import { h, setText } from "../dom/element.js";
import { tabs } from "../dom/tabs.js";
import { t } from "../i18n/index.js";
import { jsonParts } from "./json-view.js";
import { messageRows } from "./message-view.js";

/** A placeholder for the signature. */
const UNSIGNED = `${"A".repeat(342)}==`;

/** The outputs in tabs: the message to sign, the body, the headers and a curl command. */
export class Outputs {
	#views = {
		message: view(
			"message",
			h("ol", { className: "code message-lines", tabIndex: 0, "aria-label": t("message") }),
		),
		body: view("body", code("body")),
		headers: view("headers", code("headers")),
		curl: view("curl", code("curl")),
	};
	#curlCommand;
	#url = h("p", { className: "request-line" });

	/** `curlCommand` is the package's. */
	constructor(curlCommand) {
		this.#curlCommand = curlCommand;
		const list = Object.entries(this.#views).map(([id, { element }]) => ({
			id,
			text: t(id),
			panel: element,
		}));
		const { row, panels } = tabs(t("request"), list);
		this.element = h("div", { className: "outputs" }, this.#url, row, ...panels);
	}

	/** Shows a prepared request, with its base64 signature if there is one. */
	show(prepared, signature) {
		const { message, body, headers, curl } = this.#views;
		const { method, url, body: text } = prepared;
		const request = prepared.complete(signature ?? UNSIGNED);
		const headersText = Object.entries(request.headers)
			.map(([name, value]) => `${name}: ${value}`)
			.join("\n");
		const command = this.#curlCommand(request);
		this.#url.replaceChildren(h("strong", { textContent: method }), " ", h("code", { textContent: url }));
		message.show(
			messageRows(prepared.message),
			prepared.message,
			bytesOf(prepared.message),
			t("messageNote"),
		);
		body.show(jsonParts(text), text, text === "{}" ? t("nothingToSend") : bytesOf(text));
		const note = signature === undefined ? t("unsignedNote") : "";
		headers.show(withPlaceholder(headersText), toCopy(headersText), "", note);
		curl.show(withPlaceholder(command), toCopy(command), "", note);
	}
}

function code(name) {
	return h("pre", { className: "code", tabIndex: 0, role: "region", "aria-label": t(name) });
}

/** A box of output with a copy button, and optionally a heading and a note. */
function view(name, content) {
	let copied = "";
	const said = h("span", { className: "output-size" });
	const note = h("p", { className: "output-note" });
	const tools = h(
		"div",
		{ className: "output-tools" },
		said,
		copyButton(() => copied),
	);
	return {
		element: h("div", { className: "output", "data-output": name }, tools, content, note),
		show(nodes, text, about, below = "") {
			copied = text;
			setText(said, about);
			setText(note, below);
			note.hidden = below === "";
			content.replaceChildren(...nodes);
		},
	};
}

function bytesOf(text) {
	return t("bytes", { n: new TextEncoder().encode(text).length });
}

/** A text to copy, with a recognizable placeholder instead of the signature. */
function toCopy(text) {
	return text.replace(UNSIGNED, "SIGNATURE");
}

/** A text as nodes, with a label instead of the missing signature. */
function withPlaceholder(text) {
	const at = text.indexOf(UNSIGNED);
	if (at < 0) {
		return [text];
	}
	const placeholder = h("span", { className: "placeholder", textContent: t("notSigned") });
	return [text.slice(0, at), placeholder, text.slice(at + UNSIGNED.length)];
}
