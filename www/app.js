/** The page: makes its parts around one form session, and lets them know of each other. */

import { announce } from "./dom/announce.js";
import { Drafts, lastApi } from "./drafts.js";
import { Editor } from "./editor/editor.js";
import { Outline } from "./editor/outline.js";
import { endpointOf, load } from "./endpoints/index.js";
import { sampleOf } from "./endpoints/samples.js";
import { firstLocale, setLocale, t } from "./i18n/index.js";
import { Summary } from "./issues/summary.js";
import { Preview } from "./preview/preview.js";
import { RequestPanel } from "./request/panel.js";
import { Session } from "./session.js";
import { buildSettings } from "./settings.js";
import { StartBar } from "./start/bar.js";
import { Choice } from "./start/choice.js";
import { CurrentCard } from "./start/current-card.js";
import { Use } from "./use.js";
import { Way } from "./way.js";

const find = (selector) => document.querySelector(selector);

setLocale(firstLocale());
try {
	const asked = new URLSearchParams(location.search).get("api");
	await start(await load(endpointOf(asked ?? lastApi())));
	document.body.dataset.ready = "";
} catch (error) {
	find("#failure").textContent = t("failed", { reason: error.message });
	find("#failure").hidden = false;
	throw error;
}

async function start(endpoint) {
	const session = new Session(document.documentElement.lang, endpoint);
	const drafts = new Drafts(session);
	const use = new Use(session, find("#use"));
	const editor = new Editor(session, find("#editor"));
	const preview = new Preview(session, find("#preview"));
	const outline = new Outline(find("#outline"));
	const way = new Way(find("#way"));
	const summary = new Summary({
		list: find("#issue-list"),
		none: find("#issue-none"),
		counts: find("#issue-counts"),
		go: ({ pointer }) => goTo(pointer),
	});
	const request = new RequestPanel(session, find("#request"), {
		drafts,
		labelOf: (pointer) => editor.labelOf(pointer),
		infoOf: (pointer) => editor.infoOf(pointer),
		showErrors: () => {
			const first = editor
				.inOrder(session.form.issues())
				.find(({ severity, location }) => severity === "error" && location === "body");
			goTo(first?.pointer ?? "");
		},
		onready: (isReady) => way.showReady(isReady),
	});
	const choice = new Choice(session, find("#choice"), choose);
	const startBar = new StartBar(session, find("#start-bar"), () => request.body);
	const currentCard = new CurrentCard(session, find("#current-card"));
	session.listen({
		edit: ({ appeared, changed, gone }) => {
			if (appeared.length + changed.length + gone.length > 0) {
				showIssues();
			}
		},
		open: showIssues,
		endpoint: build,
	});

	/** Goes over to another endpoint, with what its fields have in common with those of the present one. */
	async function choose(chosen) {
		const next = await load(chosen);
		session.change(
			next,
			drafts.carriedTo(next) ?? (await sampleOf(next, session.locale, session.draft.sample ?? "opening")),
		);
		announce(t("chosen", { request: next.request }));
	}

	function goTo(pointer) {
		closeSheet();
		editor.focus(pointer);
	}

	function showIssues() {
		const issues = editor.inOrder(session.form.issues());
		summary.show(issues);
		outline.show(issues, ({ pointer }) => editor.sectionOf(pointer));
	}

	/** Makes every part, in the language of the page and for the endpoint that is chosen. */
	function build() {
		editor.build();
		outline.build(editor.sections);
		preview.build();
		request.build();
		choice.build();
		startBar.build();
		currentCard.build();
		use.build();
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
	session.restore(drafts.at(endpoint) ?? (await sampleOf(endpoint, session.locale, "opening")));
	drafts.begin();
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
