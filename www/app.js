/** The page: creates its parts around one form session, and connects them. */

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
import { Steps } from "./steps.js";
import { Use } from "./use.js";

const find = (selector) => document.querySelector(selector);

setLocale(firstLocale());
try {
	const asked = new URLSearchParams(location.search).get("api");
	await start(await load(endpointOf(asked ?? lastApi())));
	document.body.dataset.ready = "";
} catch (error) {
	showFailure("failed", error);
	throw error;
}

async function start(endpoint) {
	let wanted = endpoint;
	const session = new Session(document.documentElement.lang, endpoint);
	const drafts = new Drafts(session);
	const use = new Use(session, find("#use"));
	const editor = new Editor(session, find("#editor"));
	const preview = new Preview(session, find("#preview"));
	const outline = new Outline(find("#outline"));
	const steps = new Steps(find("#steps"));
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
		onready: (isReady) => steps.showReady(isReady),
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
		endpoint: () => {
			choice.draw();
			build();
		},
	});

	/** Switches to another endpoint, and keeps the values of fields that both have. */
	async function choose(chosen) {
		wanted = chosen;
		try {
			const next = await load(chosen);
			const { sample = "opening" } = session.draft;
			const draft = drafts.carriedTo(next) ?? (await sampleOf(next, session.locale, sample));
			// Unless the user has chosen another one meanwhile.
			if (wanted === chosen) {
				session.change(next, draft);
				find("#failure").hidden = true;
				showInAddress(next);
				announce(t("chosen", { request: next.request }));
			}
		} catch (error) {
			showFailure("choiceFailed", error);
		}
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

	/** Builds the parts that depend on the endpoint, in the language of the page. */
	function build() {
		editor.build();
		outline.build(editor.sections);
		preview.build();
		request.build();
		startBar.build();
		currentCard.build();
		use.build();
		summary.reset();
		showIssues();
	}

	function changeLocale(locale) {
		setLocale(locale);
		session.setLocale(locale);
		buildSettings(find("#settings"), changeLocale);
		choice.build();
		build();
		find(`#settings [name="language"]:checked`).focus();
	}

	buildSettings(find("#settings"), changeLocale);
	choice.build();
	build();
	session.restore(drafts.at(endpoint) ?? (await sampleOf(endpoint, session.locale, "opening")));
	drafts.begin();
	find("#issue-toggle").addEventListener("click", toggleSheet);
}

/** Makes the address shareable, and keeps the endpoint on reload. */
function showInAddress({ api }) {
	const address = new URL(location.href);
	address.searchParams.set("api", api);
	history.replaceState(null, "", address);
}

function showFailure(text, { message }) {
	find("#failure").textContent = t(text, { reason: message });
	find("#failure").hidden = false;
}

/** On narrow screens the issues are a sheet at the bottom. */
function toggleSheet() {
	const isOpen = find("#issues").classList.toggle("open");
	find("#issue-toggle").setAttribute("aria-expanded", isOpen);
}

function closeSheet() {
	find("#issues").classList.remove("open");
	find("#issue-toggle").setAttribute("aria-expanded", "false");
}
