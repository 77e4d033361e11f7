/** The page: makes its parts around one form session, and lets them know of each other. */

import { fields, init } from "/package/browser.mjs";
import { Editor } from "./editor/editor.js";
import { Outline } from "./editor/outline.js";
import { Hero } from "./hero.js";
import { firstLocale, setLocale, t } from "./i18n/index.js";
import { Summary } from "./issues/summary.js";
import { Preview } from "./preview/preview.js";
import { RequestPanel } from "./request/panel.js";
import { SAMPLE } from "./samples.js";
import { Session } from "./session.js";
import { buildSettings } from "./settings.js";
import { StartBar } from "./start-bar.js";

const find = (selector) => document.querySelector(selector);
const COMMON_FIELDS = "/user_information_form/common_field_list";

setLocale(firstLocale());
try {
	await init();
	start();
	document.body.dataset.ready = "";
} catch (error) {
	find("#failure").textContent = t("failed", { reason: error.message });
	find("#failure").hidden = false;
	throw error;
}

function start() {
	const session = new Session(document.documentElement.lang);
	const hero = new Hero(session, find("#hero-more"));
	const editor = new Editor(session, find("#editor"));
	const preview = new Preview(session, find("#preview"));
	const outline = new Outline(find("#outline"));
	const summary = new Summary({
		list: find("#issue-list"),
		none: find("#issue-none"),
		counts: find("#issue-counts"),
		go: ({ pointer }) => goTo(pointer),
	});
	const request = new RequestPanel(session, find("#request"), {
		labelOf: (pointer) => editor.labelOf(pointer),
		showErrors: () => {
			const first = editor
				.inOrder(session.form.issues())
				.find(({ severity, location }) => severity === "error" && location === "body");
			goTo(first?.pointer ?? "");
		},
	});
	const startBar = new StartBar(session, find("#start"), () => request.body);
	session.listen({
		edit: ({ appeared, changed, gone }) => {
			if (appeared.length + changed.length + gone.length > 0) {
				showIssues();
			}
		},
		open: showIssues,
	});

	function goTo(pointer) {
		closeSheet();
		editor.focus(pointer);
	}

	function showIssues() {
		const issues = editor.inOrder(session.form.issues());
		summary.show(issues);
		outline.show(issues, ({ pointer }) => editor.sectionOf(pointer));
	}

	/** Makes every part in the language of the page. */
	function build() {
		editor.build();
		outline.build(editor.sections);
		const { options } = fields(session.locale).find(({ pointer }) => pointer === COMMON_FIELDS);
		preview.build(new Map(options.map(({ value, label }) => [value, label])));
		request.build();
		startBar.build();
		hero.build();
		summary.reset();
		showIssues();
	}

	function speak(locale) {
		setLocale(locale);
		session.speak(locale);
		buildSettings(find("#settings"), speak);
		build();
		find(`#settings [name="language"]:checked`).focus();
	}

	buildSettings(find("#settings"), speak);
	build();
	session.open({ value: SAMPLE[session.locale] });
	find("#issue-toggle").addEventListener("click", toggleSheet);
}

/** On narrow screens the issues are a sheet at the lower edge. */
function toggleSheet() {
	const isOpen = find("#issues").classList.toggle("open");
	find("#issue-toggle").setAttribute("aria-expanded", isOpen);
}

function closeSheet() {
	find("#issues").classList.remove("open");
	find("#issue-toggle").setAttribute("aria-expanded", "false");
}
