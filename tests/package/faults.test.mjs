/** After a fault inside of the WebAssembly module the next call works, and nothing is lost. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import vm from "node:vm";
import {
	CardForm,
	inspectMessage,
	NonceMemory,
	prepare,
	sign,
	validate,
	verifyResponse,
} from "../../pkg/dist/index.mjs";
import { start } from "../consumers/miniprogram/mini-program.mjs";
import { callsOf } from "./fault-calls.mjs";
import { atEveryDepth, walkDown } from "./faults.mjs";
import { READERS } from "./first-call.mjs";
import { withMemoryFor } from "./wasm-file.mjs";

const dist = new URL("../../pkg/dist/", import.meta.url);
const wasm = await readFile(new URL("membercard.wasm", dist));

const run = promisify(execFile);

let pages = 0;
/** A fresh copy of the browser's entry, as on a new page. */
const openPage = () => import(new URL(`browser.mjs?faults=${++pages}`, dist));

const GOOD = { title: "微信支付测试卡", code_type: "QRCODE" };
const BODY = JSON.stringify(GOOD);
const OPTIONS = {
	cardId: "pbLatjvWOibDc5-TBnbUk1pD12o0",
	mchid: "1900007291",
	serialNo: "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB",
	timestamp: 1554208460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
};
const NOW = OPTIONS.timestamp * 1000;
const EXPECTED = { cardIds: [OPTIONS.cardId], now: NOW };
const REQUEST = prepare(GOOD, OPTIONS);
const WRONG = validate({ title: "一二三四五六七八九十一", x: 1 });

/** The package handles valid and invalid input as before. */
function assertWell() {
	assert.equal(validate(GOOD).body, BODY);
	assert.deepEqual(validate({ title: "一二三四五六七八九十一", x: 1 }), WRONG);
	assert.deepEqual(prepare(GOOD, OPTIONS), REQUEST);
	assert.equal(inspectMessage(REQUEST.message, EXPECTED).accepted, true);
}

/** Only stack overflow errors, none from within the module. */
function assertOrdinary(errors) {
	for (const error of errors) {
		assert.match(String(error), /Maximum call stack size exceeded|Stack overflow/);
	}
}

test("a listener that edits the form on every edit gets an Error, and the form works on", () => {
	const form = new CardForm();
	let edits = 0;
	const stop = form.subscribe(() => form.set("title", `a${edits++}`));
	assert.throws(() => form.set("title", "a"), { name: "Error", message: /listeners .* 50 edits/ });
	assertWell();
	stop();
	assert.equal(form.value().title, "a48");
	form.set("title", "b");
	assert.equal(form.value().title, "b");
	form.dispose();
});

test("a listener may edit the form as long as there is something to change", () => {
	const form = new CardForm();
	const reported = [];
	form.subscribe(({ fields }) => {
		reported.push(fields.map(({ pointer }) => pointer).join());
		if (form.field("total_quantity").value !== 3) {
			form.set("total_quantity", (form.field("total_quantity").value ?? 0) + 1);
		}
	});
	form.set("title", "a");
	assert.deepEqual(form.value(), { title: "a", total_quantity: 3 });
	assert.equal(reported.length, 4);
	form.dispose();
});

const signature = new Uint8Array(256).fill(1);
const CALLS = callsOf(REQUEST.toJSON());

for (const [name, call] of Object.entries(CALLS)) {
	test(`${name}: where the stack ends inside of it, the next call works`, () => {
		const errors = [];
		for (let round = 0; round < 5; round++) {
			call();
			errors.push(...atEveryDepth(call));
			call();
			assertWell();
		}
		assert.ok(errors.length > 0);
		assertOrdinary(errors);
	});
}

test("a first call at the end of the stack does not end the process", async () => {
	const file = fileURLToPath(new URL("first-call.mjs", import.meta.url));
	for (const name of Object.keys(READERS)) {
		// Compile functions eagerly, so that only the patterns are left.
		const { stdout } = await run(process.execPath, ["--no-lazy", file, name]);
		assert.equal(stdout, "it works", name);
	}
});

test("a server that validates each node of a deeply nested request survives it", () => {
	let request = GOOD;
	for (let depth = 0; depth < 50_000; depth++) {
		request = { inner: request };
	}
	const walk = (node) => {
		validate(node);
		walk(node.inner);
	};
	const walkFromBelow = (node) => {
		if (node.inner !== undefined) {
			walkFromBelow(node.inner);
		}
		validate(node);
	};
	for (let round = 0; round < 5; round++) {
		assert.throws(() => walk(request), RangeError);
		assertWell();
		assert.throws(() => walkFromBelow(request), RangeError);
		assertWell();
	}
});

test("callbacks may call back, and end the stack", async () => {
	const nested = () => walkDown(() => validate(GOOD));
	const hostile = {
		get title() {
			nested();
			return "微信支付测试卡";
		},
		code_type: "QRCODE",
	};
	Object.defineProperty(hostile, "toJSON", { value: nested });
	assert.equal(validate(hostile).valid, true);
	const proxy = new Proxy(GOOD, {
		ownKeys: (target) => nested() && Reflect.ownKeys(target),
		get: (target, key) => nested() && target[key],
		getPrototypeOf: (target) => nested() && Reflect.getPrototypeOf(target),
	});
	assert.equal(validate(proxy).body, BODY);
	const { issues } = validate({ title: 1 }, { messages: () => nested() && "falsch" });
	assert.deepEqual(
		issues.map(({ message }) => message),
		["falsch"],
	);
	const signed = await sign(hostile, { ...OPTIONS, signer: () => nested() && signature });
	assert.equal(signed.body, BODY);
	const form = new CardForm({ initial: hostile, messages: () => nested() && "falsch" });
	form.subscribe(nested);
	assert.equal(form.set("title", hostile.title.repeat(2)).appeared[0].message, "falsch");
	assert.equal(form.set("title", proxy.title).gone[0].message, "falsch");
	assert.equal(form.validate().valid, true);
	form.dispose();
	await verifyResponse(answer(), {
		now: NOW,
		verifier: (message) => nested() && message.length > 0,
	});
	await assert.rejects(verifyResponse(answer(), { now: NOW, verifier: () => nested() && false }), {
		name: "ResponseError",
	});
	assertWell();
});

function answer() {
	const headers = {
		"wechatpay-timestamp": String(OPTIONS.timestamp),
		"wechatpay-nonce": OPTIONS.nonceStr,
		"wechatpay-serial": "PUB_KEY_ID_0119000072912024111200389300001234",
		"wechatpay-signature": Buffer.from(signature).toString("base64"),
	};
	return { status: 204, headers, body: "" };
}

test("a warning can be read after a fault", () => {
	const expected = JSON.stringify(validate({ title: "a", x: 1 }));
	const found = validate({ title: "a", x: 1 });
	walkDown(() => validate(GOOD));
	assert.equal(JSON.stringify(found), expected);
});

/** The whole state of a form. */
const stateOf = (form) => ({
	value: form.value(),
	patch: form.patch(),
	issues: form.issues(),
	changes: form.changes(),
	validation: form.validate(),
	fields: ["title", "/user_information_form", "/user_information_form/common_field_list/0"].map((path) => [
		form.touched(path),
		form.dirty(path),
	]),
	title: form.field("title"),
});

test("a form keeps its state after a fault", () => {
	const list = "/user_information_form/common_field_list";
	for (const options of [
		{},
		{ initial: { title: "会员卡" } },
		{
			initial: { service_phone: "1" },
			current: { title: "会员卡", code_mode: "REAL_TIME" },
			chinaTime: true,
		},
	]) {
		const form = new CardForm({ ...options, now: NOW });
		form.locale = "en";
		for (let edit = 0; edit < 200; edit++) {
			form.set(list, ["USER_FORM_FLAG_SEX"]);
			form.touch(`${list}/0`);
			form.insert(list, 0, edit);
			form.enter("title", `${edit}`);
			form.touch("title");
			form.move(list, 0, 1);
			if (edit % 70 === 69) {
				form.reset();
			}
			if (edit % 23 === 0) {
				const before = stateOf(form);
				walkDown(() => validate(GOOD));
				assert.deepEqual(stateOf(form), before);
			}
		}
		form.dispose();
	}
});

test("any first call of a form after a fault works as before", () => {
	const form = new CardForm({ initial: GOOD, current: { title: "会员卡" } });
	form.touch("title");
	const asked = [
		() => form.value(),
		() => form.patch(),
		() => form.issues(),
		() => form.changes(),
		() => form.validate(),
		() => form.field("title"),
		() => form.touched("title"),
		() => form.dirty("title"),
		() => form.prepare(OPTIONS),
	];
	for (const ask of asked) {
		const before = ask();
		walkDown(() => validate(GOOD));
		assert.deepEqual(ask(), before);
	}
	form.dispose();
});

test("an edit whose call ends the stack is made or not, and nothing between", () => {
	const form = new CardForm({ initial: GOOD });
	let written = 0;
	for (let round = 0; round < 20; round++) {
		const made = [form.value().title];
		atEveryDepth(() => {
			written += 1;
			const title = `${written}`;
			made.push(title);
			form.enter("title", title);
		});
		assert.ok(made.includes(form.value().title));
		assert.deepEqual(form.issues(), validate(form.value()).issues);
	}
	form.dispose();
});

test("unused forms of any instance are freed", async () => {
	setFlagsFromString("--expose-gc");
	const collect = vm.runInNewContext("gc");
	for (let round = 0; round < 5; round++) {
		for (let index = 0; index < 20; index++) {
			new CardForm({ initial: GOOD }).set("title", "会");
			new NonceMemory(10);
		}
		walkDown(() => validate(GOOD));
		const kept = new CardForm({ initial: GOOD });
		collect();
		await new Promise((resolve) => setTimeout(resolve, 10));
		assert.deepEqual(kept.value(), GOOD);
		kept.dispose();
		assertWell();
	}
});

test("disposed objects say so, and can be disposed of again", () => {
	const form = new CardForm();
	const nonces = new NonceMemory(1);
	for (let time = 0; time < 2; time++) {
		form.dispose();
		nonces.dispose();
	}
	for (const use of [() => form.value(), () => form.set("title", "a"), () => form.prepare(OPTIONS)]) {
		assert.throws(use, { name: "Error", message: /this CardForm was disposed of/ });
	}
	assert.throws(() => nonces.size, { name: "Error", message: /this NonceMemory was disposed of/ });
	assertWell();
});

test("a NonceMemory forgets nothing in a fault elsewhere", () => {
	const nonces = new NonceMemory(10);
	const inspected = inspectMessage(REQUEST.message, EXPECTED);
	assert.equal(nonces.remember(inspected, { now: NOW }).accepted, true);
	for (let round = 0; round < 5; round++) {
		walkDown(() => validate(GOOD));
		assert.equal(nonces.size, 1);
		const { refusals } = nonces.remember(inspected, { now: NOW });
		assert.deepEqual(
			refusals.map(({ code }) => code),
			["replayed_nonce"],
		);
	}
	nonces.dispose();
});

test("a NonceMemory refuses everything after its own fault", async () => {
	const page = await openPage();
	await page.init(withMemoryFor(wasm, 1));
	const nonces = new page.NonceMemory(1_000_000);
	const inspected = inspectMessage(REQUEST.message, EXPECTED);
	const remember = (nonceStr) => nonces.remember({ ...inspected, nonceStr }, { now: NOW });
	const fill = () => {
		for (let index = 0; ; index++) {
			assert.equal(remember(`${OPTIONS.nonceStr}${index}`).accepted, true);
		}
	};
	assert.throws(fill, /memory ran out/);
	for (const nonceStr of [`${OPTIONS.nonceStr}0`, OPTIONS.nonceStr]) {
		const { accepted, refusals } = remember(nonceStr);
		assert.equal(accepted, false);
		assert.deepEqual(
			refusals.map(({ code, message }) => [code, message.slice(0, 14)]),
			[["nonce_memory_lost", "随机串记录因故障丢失，不能再签名".slice(0, 14)]],
		);
	}
	assert.equal(nonces.size, 0);
	assert.equal(page.validate(GOOD).body, BODY);
	nonces.dispose();
	assert.equal(new page.NonceMemory(10).remember(inspected, { now: NOW }).accepted, true);
});

test("if memory cannot grow, the call fails with a reason, and the next one works", async () => {
	const page = await openPage();
	await page.init(withMemoryFor(wasm, 1));
	const form = new page.CardForm({ initial: GOOD });
	const much = JSON.stringify({ title: "a", x: Array(60_000).fill(1) });
	for (let round = 0; round < 10; round++) {
		assert.throws(
			() => page.validateJson(much),
			(error) =>
				/memory ran out/.test(error.message) &&
				error.cause instanceof WebAssembly.RuntimeError &&
				/wasm-function/.test(error.cause.stack),
		);
		assert.equal(page.validate(GOOD).body, BODY);
		assert.throws(() => form.set("x", Array(60_000).fill(1)), /memory ran out/);
		assert.deepEqual(form.value(), GOOD);
	}
	assert.equal(form.set("title", "会").gone.length, 0);
	assert.equal(form.value().title, "会");
});

test("a call that the host ends breaks nothing", () => {
	const context = vm.createContext({ use: () => validate(GOOD), form: new CardForm({ initial: GOOD }) });
	for (let round = 0; round < 20; round++) {
		assert.throws(
			() =>
				vm.runInContext("for (;;) { use(); form.enter('title', '会员卡'); }", context, {
					timeout: 10 + round,
				}),
			{ code: "ERR_SCRIPT_EXECUTION_TIMEOUT" },
		);
		assertWell();
		assert.ok([GOOD.title, "会员卡"].includes(context.form.value().title));
	}
});

test("where the host begins in the background only, it begins there anew", async () => {
	const page = await openPage();
	const { Instance } = WebAssembly;
	WebAssembly.Instance = class {
		constructor() {
			throw new RangeError("WebAssembly.Instance is disallowed on the main thread");
		}
	};
	try {
		await page.init(wasm);
		page.validate(GOOD);
		const form = new page.CardForm({ initial: GOOD });
		for (let round = 0; round < 3; round++) {
			walkDown(() => page.validate(GOOD));
			const again = {
				name: "Error",
				message: /anew after a fault: `await init\(\)`, or call again in a moment/,
			};
			assert.throws(() => page.validate(GOOD), again);
			assert.throws(() => form.value(), again);
			if (round > 0) {
				await page.init();
			} else {
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
			assert.equal(page.validate(GOOD).body, BODY);
			assert.deepEqual(form.value(), GOOD);
		}
	} finally {
		WebAssembly.Instance = Instance;
	}
});

test("so does a Mini Program", async () => {
	const codePackage = mkdtempSync(join(tmpdir(), "code-package-"));
	try {
		const built = join(codePackage, "miniprogram_npm/wechatpay-membercard");
		cpSync(fileURLToPath(new URL("miniprogram", dist)), built, { recursive: true });
		const { exports: page } = start(codePackage, "wechatpay-membercard");
		await page.init();
		page.validate(GOOD);
		const form = new page.CardForm({ initial: GOOD });
		form.set("title", "会");
		for (let round = 0; round < 3; round++) {
			walkDown(() => page.validate(GOOD));
			assert.throws(() => page.validate(GOOD), /anew after a fault/);
			await page.init();
			assert.equal(page.validate(GOOD).body, BODY);
			assert.equal(JSON.stringify(form.value()), JSON.stringify({ ...GOOD, title: "会" }));
		}
		form.dispose();
	} finally {
		rmSync(codePackage, { recursive: true });
	}
});
