/** The work of servers and pages, repeated. Each kind of work checks its result. */

import assert from "node:assert/strict";
import { corpus } from "../../../benches/lib/corpus.mjs";
import {
	CardForm,
	explainError,
	inspectMessage,
	NonceMemory,
	prepare,
	validate,
	validateJson,
	verifyResponse,
} from "../../../pkg/dist/index.mjs";

const CARD = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
const REQUEST = { cardId: CARD, mchid: "1900000109", serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1" };
const SIGNATURE = new Uint8Array(256).fill(1);
const REFUSAL = '{"code":"PARAM_ERROR","message":"储值小程序path为空"}';

// The worst case takes as long as hundreds of others.
const updates = Object.values(corpus)
	.map(({ update }) => update)
	.filter((update) => update !== corpus.worst.update);
const valid = updates.map((update) => validate(update).valid);
const good = updates.filter((_, index) => valid[index]);
const texts = updates.map((update) => new TextEncoder().encode(JSON.stringify(update)));
const nonces = new NonceMemory(1_000);

/** Work by name. The argument counts the repetitions. */
export const WORK = {
	validate(count) {
		const index = count % updates.length;
		assert.equal(validate(updates[index]).valid, valid[index]);
	},
	validateJson(count) {
		const index = count % texts.length;
		assert.equal(validateJson(texts[index]).valid, valid[index]);
	},
	prepare(count) {
		const { url } = prepare(good[count % good.length], REQUEST).complete(SIGNATURE);
		assert.ok(url.endsWith(CARD));
	},
	/** A form that is used and disposed of; every second one is left to the garbage collector. */
	editForm(count) {
		const form = new CardForm({ locale: count % 3 === 0 ? "en" : "zh-CN" });
		form.set("/title", "一二三四五六七八九十".slice(0, (count % 10) + 1));
		form.set("/balance_information/balance_path", "pages/index");
		form.set("/title", "一二三四五六七八九十一");
		assert.equal(form.field("/title").issues.length, 1);
		if (count % 2 === 0) {
			form.dispose();
		}
	},
	/** A new nonce in a memory that is always full. */
	inspectMessage(count) {
		const now = Date.now() + count;
		const timestamp = Math.floor(now / 1000);
		const { message } = prepare(good[count % good.length], { ...REQUEST, timestamp });
		const inspection = nonces.remember(inspectMessage(message, { cardIds: [CARD], now }), { now });
		assert.ok(inspection.accepted || inspection.refusals[0].code === "nonce_memory_full");
	},
	explainError() {
		const { fields } = explainError({ status: 400, body: REFUSAL }, "en");
		assert.equal(fields[0].pointer, "/balance_information/balance_path");
	},
	/** Hostile: getters that throw, cycles, a proxy, broken text. */
	hostile(count) {
		const cycle = { title: "会员卡" };
		cycle.user_information_form = cycle;
		const trap = () => {
			throw new Error("a trap");
		};
		const all = [
			cycle,
			{
				get title() {
					return trap();
				},
			},
			new Proxy({}, { ownKeys: trap, get: trap }),
			{ title: "\ud800" },
			"[".repeat(10_000),
		];
		const payload = all[count % all.length];
		assert.equal((typeof payload === "string" ? validateJson : validate)(payload).valid, false);
	},
};

/** Asynchronous work. */
export const WAITED_FOR = {
	async verifyResponse() {
		const headers = {
			"wechatpay-timestamp": String(Math.floor(Date.now() / 1000)),
			"wechatpay-nonce": "d824f2e086d3c1df967785d13fcd22ef",
			"wechatpay-serial": "PUB_KEY_ID_1",
			"wechatpay-signature": `${"A".repeat(342)}==`,
		};
		await verifyResponse({ status: 204, headers, body: "" }, { verifier: () => true });
	},
};

const kept = [];

/** Objects that are never released. */
export const LEAK = {
	leak() {
		kept.push(new CardForm());
	},
};
