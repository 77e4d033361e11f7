/** The language of the page and its texts. */

import { TEXTS } from "./texts.js";

const KEY = "wechatpay-membercard.locale";

let current = "zh-CN";

/** The current language. */
export function locale() {
	return current;
}

/** The initial language: from the address, the last visit, or the browser. */
export function firstLocale() {
	const asked = new URLSearchParams(location.search).get("lang") ?? remembered();
	if (asked in TEXTS) {
		return asked;
	}
	return navigator.languages.some((language) => language.startsWith("zh")) ? "zh-CN" : "en";
}

/** Sets the language of the page. */
export function setLocale(next) {
	current = next;
	document.documentElement.lang = next;
	try {
		localStorage.setItem(KEY, next);
	} catch {
		// Storage is not allowed.
	}
	for (const element of document.querySelectorAll("[data-text]")) {
		element.textContent = t(element.dataset.text);
	}
	for (const element of document.querySelectorAll("[data-label]")) {
		element.setAttribute("aria-label", t(element.dataset.label));
	}
	document.title = t("title");
}

/** A text of the page. `{name}` is replaced by a parameter; `n` chooses the plural form. */
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
