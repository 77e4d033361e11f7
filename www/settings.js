/** The switches of language and appearance. */

import { h } from "./dom/element.js";
import { icon } from "./dom/icon.js";
import { locale, t } from "./i18n/index.js";

const KEY = "wechatpay-membercard.theme";
const THEMES = [
	{ theme: "system", text: "themeSystem" },
	{ theme: "light", text: "themeLight" },
	{ theme: "dark", text: "themeDark" },
];
const LOCALES = [
	{ value: "zh-CN", text: "中文" },
	{ value: "en", text: "English" },
];

/** Builds the switches. `changeLocale(locale)` changes the language of the page. */
export function buildSettings(root, changeLocale) {
	const theme = document.documentElement.dataset.theme ?? "system";
	root.replaceChildren(
		switchOf(
			"language",
			t("language"),
			LOCALES.map(({ value, text }) => ({
				label: h("span", { lang: value, textContent: text }),
				checked: value === locale(),
				choose: () => changeLocale(value),
			})),
		),
		switchOf(
			"theme",
			t("theme"),
			THEMES.map(({ theme: name, text }) => ({
				label: h(
					"span",
					{ title: t(text) },
					icon(name),
					h("span", { className: "visually-hidden", textContent: t(text) }),
				),
				checked: name === theme,
				choose: () => setTheme(name),
			})),
		),
	);
}

function switchOf(name, label, choices) {
	return h(
		"div",
		{ className: "segments small", role: "radiogroup", "aria-label": label },
		...choices.map(({ label, checked, choose }) =>
			h(
				"label",
				{ className: "segment" },
				h("input", { type: "radio", name, checked, onchange: choose }),
				label,
			),
		),
	);
}

function setTheme(theme) {
	if (theme === "system") {
		delete document.documentElement.dataset.theme;
	} else {
		document.documentElement.dataset.theme = theme;
	}
	try {
		localStorage.setItem(KEY, theme);
	} catch {
		// Storage is not allowed.
	}
}
