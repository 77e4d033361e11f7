/** The language of the page: which one, how it is remembered, and its texts. */

import { TEXTS } from "./texts.js";

const KEY = "wechatpay-membercard.locale";

let current = "zh-CN";

/** The language that is spoken now. */
export function locale() {
	return current;
}

/** The language to begin with: the address's, the remembered one, or the browser's. */
export function firstLocale() {
	const asked = new URLSearchParams(location.search).get("lang") ?? remembered();
	if (asked in TEXTS) {
		return asked;
	}
	return navigator.languages.some((language) => language.startsWith("zh")) ? "zh-CN" : "en";
}

/** Speaks a language from now on. */
export function setLocale(next) {
	current = next;
	document.documentElement.lang = next;
	try {
		localStorage.setItem(KEY, next);
	} catch {
		// Nothing is remembered where storage is not allowed.
	}
	for (const element of document.querySelectorAll("[data-text]")) {
		element.textContent = t(element.dataset.text);
	}
	for (const element of document.querySelectorAll("[data-label]")) {
		element.setAttribute("aria-label", t(element.dataset.label));
	}
	document.title = t("title");
}

/** A text of the page. `{name}` in it stands for a parameter; where it has plural forms, `n` chooses. */
export function t(key, params = {}) {
	const entry = TEXTS[current][key];
	const template =
		typeof entry === "object"
			? (entry[new Intl.PluralRules(current).select(params.n)] ?? entry.other)
			: entry;
	return template.replace(/\{(\w+)\}/g, (placeholder, name) => params[name] ?? placeholder);
}

function remembered() {
	try {
		return localStorage.getItem(KEY);
	} catch {
		return null;
	}
}
