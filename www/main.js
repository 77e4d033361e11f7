/** Validates the pasted JSON as it is typed, and lists what is wrong. */

import { init, validateJson } from "/package/browser.mjs";

const payload = document.querySelector("#payload");
const locale = document.querySelector("#locale");
const verdict = document.querySelector("#verdict");
const issues = document.querySelector("#issues");

const WORDS = {
	"zh-CN": { valid: "有效", invalid: "无效" },
	en: { valid: "Valid", invalid: "Not valid" },
};

function show() {
	if (payload.value.trim() === "") {
		verdict.textContent = "";
		issues.replaceChildren();
		return;
	}
	const result = validateJson(payload.value, { locale: locale.value });
	const words = WORDS[locale.value];
	verdict.textContent = result.valid ? words.valid : words.invalid;
	issues.replaceChildren(...result.issues.map(item));
}

function item({ severity, pointer, message }) {
	const entry = document.createElement("li");
	entry.className = severity;
	const place = document.createElement("code");
	place.textContent = pointer || "/";
	entry.append(place, " ", message);
	return entry;
}

try {
	await init();
	payload.addEventListener("input", show);
	locale.addEventListener("change", show);
	show();
} catch (error) {
	verdict.textContent = String(error);
}
