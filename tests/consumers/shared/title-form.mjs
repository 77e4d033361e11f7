/** What a user does in a form that has the card's name alone: a text that is too long, then one that is not. */

import assert from "node:assert/strict";
import { FORM } from "./scenario.mjs";

export async function useTitleForm(page) {
	await page.eventually(() => document.querySelector("input")?.focus() ?? true);
	await page.type("一二三四五六七八九十一二");
	await page.key("Enter");
	// Until the last letter is validated, the message is about the letters before it.
	const says = (words) => document.querySelector("output").textContent === words || null;
	assert.ok(await page.eventually(says, FORM.refused));
	await page.key("Backspace");
	await page.key("Backspace");
	await page.key("Enter");
	const saved = () => document.body.dataset.saved;
	assert.equal(await page.eventually(saved), '{"title":"一二三四五六七八九十"}');
}
