/** The page's data for each endpoint agree with the package. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as cardMember from "../../pkg/dist/card-member/index.mjs";
import * as membercardOpen from "../../pkg/dist/index.mjs";
import * as cardMemberPage from "../../www/endpoints/card-member/index.js";
import { ENDPOINTS } from "../../www/endpoints/index.js";
import * as membercardOpenPage from "../../www/endpoints/membercard-open/index.js";
import { TEXTS } from "../../www/i18n/texts.js";

const FAMILIES = {
	"membercard-open": { entry: membercardOpen, page: membercardOpenPage },
	"card-member": { entry: cardMember, page: cardMemberPage },
};
const LOCALES = ["zh-CN", "en"];
const REQUEST = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD1",
	mchid: "1900000109",
	brandId: "1004",
	serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
	wechatpaySerial: "PUB_KEY_ID_0110040000000000000000000000000000",
};

for (const { api, family, request } of ENDPOINTS) {
	const { entry, page } = FAMILIES[family];
	const samples = (locale) => page.samplesOf(api, locale);
	const codesOf = (payload) => entry.validate(payload, { api }).issues.map(({ code }) => code);

	test(`${api}: samples are as they are called`, () => {
		for (const locale of LOCALES) {
			const { sample, opening, mistakes } = samples(locale);
			assert.deepEqual(codesOf(sample), []);
			assert.deepEqual(codesOf(opening), ["unsupported_character"]);
			assert.ok(new Set(codesOf(mistakes)).size >= 10);
		}
	});

	test(`${api}: the official example is there`, () => {
		const example = new URL(`../data/${samples("en").official}`, import.meta.url);
		const known = new Set(entry.fields({ api }).map(({ name }) => name));
		assert.ok(Object.keys(JSON.parse(readFileSync(example, "utf8"))).every((key) => known.has(key)));
	});

	test(`${api}: the request is the one that the page names`, () => {
		// With only the options of the page's inputs.
		const options = Object.fromEntries(page.requestInputsOf(api).map((name) => [name, REQUEST[name]]));
		const { method, url } = entry.prepare(samples("en").sample, { api, ...options });
		const path = new URL(url).pathname.replace(REQUEST.cardId, "{card_id}");
		assert.equal(`${method} ${path}`, request);
	});

	test(`${api}: the preview has texts for everything it shows, for any payload`, () => {
		const { sample, mistakes } = samples("en");
		for (const value of [sample, mistakes, {}, ...wrong(entry, api)]) {
			const seen = page.previewOf(value, String, api.split(".").at(-1));
			const names = [
				...seen.rows.map(([name]) => name),
				...(seen.entries ?? []).map(({ text }) => text),
				...[seen.code.note ?? "previewSample", seen.face.validity?.[0] ?? "previewSample"],
			];
			assert.ok(
				names.every((name) => name in TEXTS.en),
				names.join(" "),
			);
		}
	});

	if (api.endsWith(".update")) {
		test(`${api}: the card to compare with is one, and the sample changes it`, () => {
			const current = page.currentCard("en", api);
			assert.equal(typeof page.titleOf(current), "string");
			const form = new entry.CardForm({ api, current, initial: samples("en").sample });
			assert.deepEqual(
				form.issues().filter(({ location }) => location === "current"),
				[],
			);
			assert.ok(form.changes().length > 0);
			form.dispose();
		});
	}
}

/** Payloads with a wrong value in every field. */
function* wrong(entry, api) {
	const keys = new Set(entry.fields({ api }).map(({ path: [key] }) => key));
	for (const value of [null, 7, "text", [null], {}]) {
		yield Object.fromEntries([...keys].map((key) => [key, value]));
	}
}
