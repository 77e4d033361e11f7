/** Form libraries take the update's Standard Schema as it is. */

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { JSDOM } from "jsdom";
import { cardUpdate, cardUpdateSchema } from "wechatpay-membercard";

const TOO_LONG = "一二三四五六七八九十一二";
const inChinese = "会员卡名称最多 10 个字，当前 12 个字";
const inEnglish = /Card name/;

before(() => {
	const { window } = new JSDOM('<div id="root"></div>', { url: "http://localhost/" });
	globalThis.navigator ??= window.navigator; // Newer versions of Node.js have their own.
	Object.assign(globalThis, {
		window,
		document: window.document,
		HTMLElement: window.HTMLElement,
		Element: window.Element,
		SVGElement: window.SVGElement,
		Node: window.Node,
		Event: window.Event,
		IS_REACT_ACT_ENVIRONMENT: true,
	});
});

test("the schema keeps to the specification", () => {
	const { version, vendor, validate } = cardUpdate["~standard"];
	assert.deepEqual({ version, vendor }, { version: 1, vendor: "wechatpay-membercard" });
	assert.deepEqual(validate({ title: TOO_LONG }), { issues: [{ message: inChinese, path: ["title"] }] });
	assert.deepEqual(validate({ title: "会员卡", code_mode: null }), { value: { title: "会员卡" } });
	for (const value of [undefined, null, 1, "{}", [], () => {}, Symbol("x"), new Date()]) {
		const { issues } = validate(value);
		assert.ok(issues.length > 0 && issues.every(({ message, path }) => message && path.length === 0));
	}
});

test("warnings do not fail it", () => {
	assert.deepEqual(cardUpdate["~standard"].validate({}), { value: {} });
});

test("the factory takes options, and reads them at each validation", () => {
	const options = { locale: "en", current: { code_mode: "SYSTEM_ALLOCATE" } };
	const { validate } = cardUpdateSchema(options)["~standard"];
	const [issue] = validate({ code_mode: "REAL_TIME" }).issues;
	assert.match(issue.message, /cannot change/);
	options.locale = "zh-CN";
	assert.match(validate({ title: TOO_LONG }).issues[0].message, /会员卡名称/);
	assert.throws(() => cardUpdateSchema({ local: "fr" }), TypeError);
});

test("blank values of empty inputs can be left out", () => {
	const blank = {
		title: "",
		total_quantity: Number.NaN,
		code_mode: null,
		date_information: { type: "", available_begin_time: undefined },
		user_information_form: { custom_field_list: [{ type: "TEXT", name: "" }, ""] },
	};
	assert.ok(cardUpdate["~standard"].validate(blank).issues.length > 1);
	const { issues } = cardUpdateSchema({ omitBlank: true })["~standard"].validate(blank);
	assert.deepEqual(
		issues.map(({ path }) => path),
		[["user_information_form", "custom_field_list", 1]],
	);
	const trap = Object.defineProperty({}, "title", {
		enumerable: true,
		get: () => assert.fail("not to be seen"),
	});
	assert.equal(cardUpdateSchema({ omitBlank: true })["~standard"].validate(trap).issues.length, 1);
});

test("React Hook Form", async () => {
	const { act, createElement } = await import("react");
	const { createRoot } = await import("react-dom/client");
	const { useForm } = await import("react-hook-form");
	const { standardSchemaResolver } = await import("@hookform/resolvers/standard-schema");
	let form;
	const submitted = [];
	// biome-ignore lint/correctness/noComponentHookFactories: it is made once, by this test.
	function Card() {
		form = useForm({
			resolver: standardSchemaResolver(cardUpdate),
			defaultValues: { title: TOO_LONG, user_information_form: { custom_field_list: [{ name: 1 }] } },
		});
		const { title, user_information_form: inner } = form.formState.errors;
		const messages = [title?.message, inner?.custom_field_list?.[0]?.name?.message];
		return createElement("p", null, messages.filter(Boolean).join("|"));
	}
	const root = createRoot(document.querySelector("#root"));
	await act(() => root.render(createElement(Card)));
	const submit = () => act(() => form.handleSubmit((value) => submitted.push(value))());
	await submit();
	const [first, second] = document.querySelector("#root").textContent.split("|");
	assert.equal(first, inChinese);
	assert.match(second, /第 1 项的“字段名称”应为文本/);
	assert.deepEqual(submitted, []);

	await act(() => {
		form.setValue("title", "会员卡");
		form.setValue("user_information_form", undefined);
	});
	await submit();
	assert.deepEqual(submitted, [{ title: "会员卡" }]);
	await act(() => root.unmount());
});

test("TanStack Form", async () => {
	const { act, createElement } = await import("react");
	const { createRoot } = await import("react-dom/client");
	const { useForm } = await import("@tanstack/react-form");
	let form;
	const submitted = [];
	// biome-ignore lint/correctness/noComponentHookFactories: it is made once, by this test.
	function Card() {
		form = useForm({
			defaultValues: { title: "", balance_information: { balance_path: 1 } },
			validators: { onChange: cardUpdateSchema({ locale: "en" }) },
			onSubmit: ({ value }) => submitted.push(value),
		});
		const field = (name) =>
			createElement(form.Field, { key: name, name }, ({ state }) =>
				createElement("p", null, state.meta.errors.map(({ message }) => message).join()),
			);
		return [field("title"), field("balance_information.balance_path")];
	}
	const root = createRoot(document.querySelector("#root"));
	await act(() => root.render(createElement(Card)));
	await act(() => form.setFieldValue("title", TOO_LONG));
	const messages = [...document.querySelectorAll("p")].map(({ textContent }) => textContent);
	assert.match(messages[0], inEnglish);
	assert.match(messages[1], /must be of type string/);
	await act(() => form.handleSubmit());
	assert.deepEqual(submitted, []);

	await act(() => {
		form.setFieldValue("title", "会员卡");
		form.setFieldValue("balance_information.balance_path", "pages/index");
	});
	await act(() => form.handleSubmit());
	assert.equal(submitted.length, 1);
	await act(() => root.unmount());
});
