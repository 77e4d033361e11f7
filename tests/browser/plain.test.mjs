/** A plain form bound to a session, used as by a person. */

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, before } from "node:test";
import { inEveryEngine } from "./engines/index.mjs";
import { assertAccessible, click, errorsOf, openPage, paste, retype, until } from "./page.mjs";
import { serve } from "./server.mjs";

const TOO_LONG = "会员卡名称最多 10 个字，当前 12 个字";
const pictures = new URL("../../target/browser/", import.meta.url);

let server;
before(async () => {
	server = await serve();
	mkdirSync(pictures, { recursive: true });
});
after(() => server.close());

inEveryEngine((browser, test) => {
	/** Opens the form with a session. */
	const open = (query = {}) => {
		const texts = Object.entries(query).map(([key, value]) => [
			key,
			typeof value === "string" ? value : JSON.stringify(value),
		]);
		return openPage(browser, `${server.url}plain.html?${new URLSearchParams(texts)}`);
	};
	/** The state of a control for users and screen readers. */
	const see = (selector) =>
		browser.evaluate((selector) => {
			const control = document.querySelector(selector);
			const pointer = `/${(control.dataset.field ?? control.name).replace(/^\//, "")}`;
			const find = (attribute) =>
				[...document.querySelectorAll(`[${attribute}]`)].find(
					(element) => `/${element.getAttribute(attribute).replace(/^\//, "")}` === pointer,
				);
			const message = find("data-message-for");
			const ids = (control.getAttribute("aria-describedby") ?? "").split(" ");
			return {
				value: control.value,
				validity: control.validationMessage,
				invalid: control.getAttribute("aria-invalid"),
				required: control.getAttribute("aria-required"),
				message: message.hidden ? "" : message.textContent,
				severity: message.firstElementChild?.dataset.severity,
				counter: find("data-counter-for")?.textContent,
				isOver: find("data-counter-for")?.hasAttribute("data-over"),
				description: ids.map((id) => document.getElementById(id)?.textContent),
			};
		}, selector);
	const value = () => browser.evaluate(() => globalThis.session.value());
	const focused = () => browser.evaluate(() => document.activeElement.id);
	const set = (path, value) =>
		browser.evaluate(
			(path, value) => void globalThis.session.set(path, value ?? undefined),
			path,
			value ?? null,
		);

	test("counts while typing, and shows messages from leaving the field on", async () => {
		await open();
		await click(browser, "#title");
		await browser.type("abcdefghij");
		assert.equal((await see("#title")).counter, "10/10");
		await browser.type("kl");
		let seen = await see("#title");
		assert.deepEqual(
			[seen.counter, seen.isOver, seen.message, seen.invalid],
			["12/10", true, "", null],
			"nothing is said before the user is done",
		);
		assert.equal(seen.validity, TOO_LONG);
		await browser.key("Tab");
		seen = await see("#title");
		assert.deepEqual([seen.message, seen.severity, seen.invalid], [TOO_LONG, "error", "true"]);
		assert.deepEqual(seen.description, ["展示在卡面上", TOO_LONG, "12/10"]);
		await browser.key("Shift+Tab");
		await browser.key("End");
		await browser.key("Backspace");
		assert.match((await see("#title")).message, /当前 11 个字/);
		await browser.key("Backspace");
		seen = await see("#title");
		assert.deepEqual(
			[seen.counter, seen.isOver, seen.message, seen.invalid, seen.validity],
			["10/10", false, "", null, ""],
		);
		assert.deepEqual(await value(), { title: "abcdefghij" });
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("shows messages at once, even in a browser too busy for timers", async () => {
		await open();
		await browser.evaluate(() => {
			const setTimeout = globalThis.setTimeout;
			globalThis.setTimeout = (work, delay = 0) => setTimeout(work, delay + 2000);
		});
		await click(browser, "#title");
		await browser.type("abcdefghijkl");
		await browser.key("Tab");
		assert.equal((await see("#title")).message, TOO_LONG);
	});

	test("validates nothing while an input method composes", async () => {
		await open({ show: "always" });
		await click(browser, "#title");
		await browser.type("0123456789");
		for (const text of ["h", "hui", "hui y", "hui yuan ka"]) {
			await browser.compose(text);
			const seen = await see("#title");
			assert.equal(seen.value, `0123456789${text}`, "nothing is cut");
			assert.deepEqual([seen.counter, seen.message, seen.validity], ["10/10", "", ""]);
		}
		// Not even changes by the page interrupt the composition.
		await set("title", "from elsewhere");
		assert.equal((await see("#title")).value, "0123456789hui yuan ka");
		await browser.settle("会员卡");
		await until(browser, () => globalThis.session.value().title === "0123456789会员卡");
		const seen = await see("#title");
		assert.equal(seen.value, "0123456789会员卡");
		assert.deepEqual([seen.counter, seen.isOver], ["13/10", true]);
		assert.match(seen.message, /当前 13 个字/);
		await browser.type("!");
		assert.equal((await see("#title")).counter, "14/10");
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("accepts a paste of 500 characters", async () => {
		await open();
		const text = "会员".repeat(250);
		await paste(browser, "#description", text);
		let seen = await see("#description");
		assert.equal(seen.value, text);
		assert.deepEqual([seen.counter, seen.isOver, seen.validity], ["500/500", false, ""]);
		await browser.type("!");
		assert.equal((await see("#description")).counter, "501/500");
		await paste(browser, "#title", text);
		seen = await see("#title");
		assert.equal(seen.value, text, "nothing is cut");
		assert.deepEqual([seen.counter, seen.validity], ["500/10", "会员卡名称最多 10 个字，当前 500 个字"]);
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("reports emoji", async () => {
		await open({ locale: "en" });
		await paste(browser, "#title", "Card 😀");
		await browser.key("Tab");
		const seen = await see("#title");
		assert.match(seen.message, /unsupported character “😀” \(U\+1F600\): remove it/);
		assert.equal(seen.counter, "6/10", "one character, though two code units");
	});

	test("shows English messages", async () => {
		await open({ locale: "en", show: "always" });
		await click(browser, "#title");
		await browser.type("abcdefghijkl");
		assert.match((await see("#title")).message, /at most 10 characters/);
	});

	test("every kind of control hands over its value", async () => {
		await open();
		await click(browser, "#bar");
		await browser.key("ArrowDown");
		await click(browser, "#mobile");
		await click(browser, "#name");
		await click(browser, "#mobile");
		await click(browser, "#need_level");
		await click(browser, "#need_balance");
		await click(browser, "#need_balance");
		await retype(browser, "#total_quantity", "6");
		await retype(browser, "#phone", "0755-12345677");
		await browser.evaluate(() => {
			const enter = (selector, value) => {
				const control = document.querySelector(selector);
				control.value = value;
				control.dispatchEvent(new Event("change", { bubbles: true }));
			};
			enter("#type", "FIX_TIME_RANGE");
			enter("#end", "2030-01-02T03:04");
			enter("#total_quantity", "００７");
		});
		assert.deepEqual(await value(), {
			service_phone: "0755-12345677",
			total_quantity: 7,
			code_type: "QRCODE",
			user_information_form: { common_field_list: ["USER_FORM_FLAG_NAME"] },
			date_information: { type: "FIX_TIME_RANGE", available_end_time: "2030-01-02T03:04:00+08:00" },
			need_display_level: true,
			balance_information: { need_balance: false },
		});
		assert.equal((await see("#total_quantity")).value, "００７", "what is typed stays as it is");
	});

	test("shows the session's values and changes, and leaves the rest of the page alone", async () => {
		await open({
			initial: {
				title: "会员卡",
				code_type: "QRCODE",
				user_information_form: { common_field_list: ["USER_FORM_FLAG_NAME", "FUTURE"] },
				date_information: { type: "FIX_TIME_RANGE", available_end_time: "2030-01-02T03:04:00+09:00" },
			},
		});
		const shown = () =>
			browser.evaluate(() => ({
				title: document.querySelector("#title").value,
				qr: document.querySelector("#qr").checked,
				name: document.querySelector("#name").checked,
				end: document.querySelector("#end").value,
				csrf: document.querySelector("[name=csrf]").value,
			}));
		assert.deepEqual(await shown(), {
			title: "会员卡",
			qr: true,
			name: true,
			end: "2030-01-02T02:04",
			csrf: "not of the card",
		});
		await click(browser, "#mobile");
		assert.deepEqual((await value()).user_information_form.common_field_list, [
			"USER_FORM_FLAG_NAME",
			"FUTURE",
			"USER_FORM_FLAG_MOBILE",
		]);
		await set("title", "别的");
		await set("code_type", "BAR_CODE");
		await set("/user_information_form");
		assert.deepEqual(await shown(), {
			title: "别的",
			qr: false,
			name: false,
			end: "2030-01-02T02:04",
			csrf: "not of the card",
		});
		await click(browser, "#reset");
		await until(browser, () => document.querySelector("#title").value === "会员卡");
		assert.equal((await shown()).qr, true);
		assert.deepEqual(await browser.evaluate(() => globalThis.session.dirty()), false);
	});

	test("shows what other fields require, and hides irrelevant rows", async () => {
		await open({ initial: { total_quantity: 1 } });
		const required = () =>
			browser.evaluate(() => ({
				begin: document.querySelector("#begin").getAttribute("aria-required"),
				level: document.querySelector("#level").getAttribute("aria-required"),
				isLevelValid: document.querySelector("#level").checkValidity(),
				isQuantityHidden: document.querySelector("#quantity-row").hidden,
			}));
		assert.deepEqual(await required(), {
			begin: null,
			level: null,
			isLevelValid: true,
			isQuantityHidden: false,
		});
		await set("/date_information/type", "FIX_TIME_RANGE");
		await click(browser, "#need_level");
		await set("code_mode", "REAL_TIME");
		assert.deepEqual(await required(), {
			begin: "true",
			level: "true",
			isLevelValid: true,
			isQuantityHidden: false,
		});
		await click(browser, "#total_quantity");
		await browser.key("Backspace");
		assert.equal((await required()).isQuantityHidden, false, "the user is in it");
		await browser.key("Tab");
		assert.equal((await required()).isQuantityHidden, true, "hidden once it is empty");
		await set("code_mode");
		assert.equal((await required()).isQuantityHidden, false);
	});

	test("locks fields that the card locks, and says why", async () => {
		await open({ current: { code_mode: "SYSTEM_ALLOCATE", balance_information: { need_balance: true } } });
		const isDisabled = () =>
			browser.evaluate(() =>
				["#code_mode", "#need_balance"].map((selector) => document.querySelector(selector).disabled),
			);
		assert.deepEqual(await isDisabled(), [true, true]);
		const seen = await see("#code_mode");
		assert.deepEqual([seen.message, seen.severity], ["该会员卡的code由微信支付系统分配，不支持修改", "lock"]);
		await set("code_mode", "REAL_TIME");
		assert.deepEqual(await isDisabled(), [false, true], "what differs can be put back");
		await set("code_mode", "SYSTEM_ALLOCATE");
		assert.deepEqual(await isDisabled(), [true, true]);
	});

	test("submitting focuses the first invalid control, and passes on a valid update", async () => {
		await open();
		await retype(browser, "#begin", "tomorrow");
		await retype(browser, "#phone", "no number 😀");
		await click(browser, "#submit");
		assert.equal(await focused(), "phone");
		assert.notEqual((await see("#begin")).message, "");
		assert.equal(await browser.evaluate(() => document.querySelector("#submitted").textContent), "");
		await assertAccessible(browser);

		await browser.key("Control+a");
		await browser.type("0755-12345677");
		await browser.key("Enter");
		assert.equal(await focused(), "begin");
		await set("/date_information", "of the wrong type");
		await click(browser, "#phone");
		await browser.key("Enter");
		assert.equal(await focused(), "type", "issues of an object are shown at its first control");
		await set("/date_information");
		await click(browser, "#phone");
		await browser.key("Enter");
		const body = '{"service_phone":"0755-12345677"}';
		assert.equal(await browser.evaluate(() => document.querySelector("#submitted").textContent), body);
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("a message that appears does not take the button from under the pointer", async () => {
		await open();
		await click(browser, "#title");
		await browser.type("abcdefghijkl");
		await browser.evaluate(() => {
			document.querySelector("[data-message-for='/title']").after(document.querySelector("#submit"));
		});
		await click(browser, "#submit");
		assert.equal(await focused(), "title", "it was clicked");
		assert.equal((await see("#title")).message, TOO_LONG);
	});

	test("controls may come, be renamed and go", async () => {
		await open({ show: "always" });
		await browser.evaluate(() => {
			globalThis.addRow = (index, text) => {
				const row = document.createElement("p");
				const label = document.createElement("label");
				const input = document.createElement("input");
				input.id = `row-${index}`;
				input.name = `/user_information_form/custom_field_list/${index}/name`;
				input.defaultValue = text;
				label.append("名称", input);
				row.append(label);
				document.querySelector("#rows").append(row);
			};
			globalThis.addRow(0, "爱好");
			globalThis.addRow(1, "生日");
		});
		const names = async () =>
			(await value()).user_information_form?.custom_field_list?.map(({ name }) => name);
		await until(
			browser,
			() => globalThis.session.value().user_information_form?.custom_field_list?.length === 2,
		);
		assert.deepEqual(await names(), ["爱好", "生日"]);
		await browser.evaluate(() => {
			document.querySelector("#row-0").closest("p").remove();
			document.querySelector("#row-1").name = "/user_information_form/custom_field_list/0/name";
			globalThis.session.remove("/user_information_form/custom_field_list/0");
		});
		assert.deepEqual(await names(), ["生日"]);
		assert.equal(await browser.evaluate(() => document.querySelector("#row-1").value), "生日");
		await retype(browser, "#row-1", "职业");
		assert.deepEqual(await names(), ["职业"]);
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("an edit with more changes than are reported redraws everything", async () => {
		await open({ show: "always" });
		const last = await browser.evaluate(() => {
			let reported;
			globalThis.session.subscribe((changes) => {
				reported = changes;
			});
			globalThis.session.set("", {
				user_information_form: { common_field_list: Array(2000).fill("USER_FORM_FLAG_CITI") },
				code_mode: "REAL_TIME",
				code_type: "QRCODE",
			});
			const { truncated, fields } = reported;
			return { truncated, isTold: fields.some(({ pointer }) => pointer === "/code_mode") };
		});
		assert.deepEqual(last, { truncated: true, isTold: false });
		assert.equal((await see("#code_mode")).value, "REAL_TIME");
		assert.ok(await browser.evaluate(() => document.querySelector("#qr").checked));
		await browser.evaluate(() => void globalThis.session.reset());
		assert.equal((await see("#code_mode")).value, "");
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("a list of texts is edited a line each", async () => {
		await open({ initial: { user_information_form: { custom_field_list: [{ values: ["茶"] }] } } });
		await browser.evaluate(() => {
			const label = document.createElement("label");
			const lines = document.createElement("textarea");
			lines.id = "lines";
			lines.name = "/user_information_form/custom_field_list/0/values";
			label.append("选项", lines);
			document.querySelector("#rows").append(label);
		});
		await until(browser, () => document.querySelector("#lines").value === "茶");
		const values = async () => (await value()).user_information_form?.custom_field_list[0].values;
		await retype(browser, "#lines", "a");
		await browser.key("Enter");
		assert.equal(
			await browser.evaluate(() => document.querySelector("#lines").value),
			"a\n",
			"a line can be begun",
		);
		await browser.type("b");
		assert.deepEqual(await values(), ["a", "b"]);
		await browser.key("Control+a");
		await browser.key("Backspace");
		assert.deepEqual(await values(), []);
	});

	test("no text is lost if the page handles an edit first and renames the control, as React does", async () => {
		await open();
		await browser.evaluate(() => {
			globalThis.form.addEventListener("input", ({ target }) => {
				const { name } = target;
				target.name = "";
				target.name = name;
			});
		});
		await retype(browser, "#title", "abc");
		assert.equal((await see("#title")).value, "abc");
		assert.deepEqual(await value(), { title: "abc" });
	});

	test("a control's own value counts where the session has none", async () => {
		await open();
		await browser.evaluate(() => {
			globalThis.binding.unbind();
			document.querySelector("#title").defaultValue = "服务器的";
			document.querySelector("#title").value = "用户的";
			document.querySelector("#mobile").checked = true;
		});
		await browser.evaluate(async () => {
			const { bindForm } = await import("/package/browser.mjs");
			globalThis.binding = bindForm(globalThis.form, globalThis.session);
		});
		const expected = { common_field_list: ["USER_FORM_FLAG_MOBILE"] };
		assert.deepEqual(await value(), { title: "用户的", user_information_form: expected });
		await click(browser, "#reset");
		await until(browser, () => globalThis.session.value().title === "服务器的");
		assert.deepEqual(await value(), { title: "服务器的" });
	});

	test("unbinding leaves nothing behind", async () => {
		await open({
			show: "always",
			current: { code_mode: "SYSTEM_ALLOCATE" },
			initial: { title: "x".repeat(11), need_display_level: true },
		});
		const [before, bound, unbound, after] = await browser.evaluate(() => {
			const { before, binding, form, session } = globalThis;
			const bound = form.outerHTML;
			const input = document.querySelector("#title");
			binding.unbind();
			const unbound = form.outerHTML;
			input.value = "y";
			input.dispatchEvent(new InputEvent("input", { bubbles: true }));
			input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
			session.set("title", "z");
			return [before, bound, unbound, [input.value, input.validationMessage, session.touched("title")]];
		});
		assert.notEqual(bound, before);
		assert.equal(unbound, before);
		assert.deepEqual(after, ["y", "", false]);
	});

	test("a control with a misspelt field name is reported on the console once", async () => {
		await open();
		const warnings = await browser.evaluate(async () => {
			const { form } = globalThis;
			const warnings = [];
			console.warn = (text) => warnings.push(text);
			const add = async (name) => {
				const input = document.createElement("input");
				input.name = name;
				form.append(input);
				await new Promise((resolve) => setTimeout(resolve, 50));
				return input;
			};
			for (const name of ["titel", "date_information.type", "email", "title", ""]) {
				await add(name);
			}
			(await add("tittle")).dataset.field = "";
			return warnings;
		});
		assert.equal(warnings.length, 3, warnings.join("\n"));
		assert.match(warnings[0], /"\/titel" is not a field of this API: did you mean "\/title"\?/);
		assert.match(warnings[1], /did you mean "\/date_information\/type"\?/);
		assert.match(warnings[2], /"\/tittle" .*give it data-field=""/);
	});

	test("arguments that are no form or no session are described", async () => {
		await open();
		const said = await browser.evaluate(async () => {
			const { bindForm, CardForm } = await import("/package/browser.mjs");
			const attempt = (...given) => {
				try {
					bindForm(...given);
					return "bound";
				} catch (error) {
					return `${error.name}: ${error.message}`;
				}
			};
			const form = document.createElement("form");
			form.innerHTML = '<input name="nodeName"><input name="title">';
			return [
				attempt(document.querySelector("#nothing"), new CardForm()),
				attempt(document.createElement("div"), new CardForm()),
				attempt(document.createElement("form"), {}),
				attempt(form, new CardForm()),
			];
		});
		assert.match(said[0], /^TypeError: bindForm takes a form element, not null: is the form in the page yet/);
		assert.match(said[1], /^TypeError: bindForm takes a form element, not <div>: give the <form>/);
		assert.match(said[2], /^TypeError: bindForm takes the CardForm to bind the form to, not an object/);
		assert.equal(said[3], "bound");
	});

	test("has no accessibility violation, and can be looked at", async () => {
		await open({
			show: "always",
			current: { code_mode: "SYSTEM_ALLOCATE" },
			initial: { title: "一二三四五六七八九十一二", need_display_level: true },
		});
		await assertAccessible(browser);
		await browser.screenshot(new URL(`plain-${browser.name}.png`, pictures).pathname);
		assert.deepEqual(await errorsOf(browser), []);
	});

	test("the work of a keystroke is measured", async () => {
		await open({ show: "always" });
		const durations = await browser.evaluate(() => {
			const input = document.querySelector("#title");
			return Array.from({ length: 200 }, (_, index) => {
				input.value = "会".repeat(index % 14);
				const start = performance.now();
				input.dispatchEvent(new InputEvent("input", { bubbles: true }));
				void document.body.offsetHeight; // The layout is part of it.
				return performance.now() - start;
			});
		});
		durations.sort((one, other) => one - other);
		const at = (share) => durations[Math.floor(durations.length * share)].toFixed(2);
		console.log(`${browser.name}: a keystroke takes ${at(0.5)} ms, ${at(0.95)} ms at the 95th percentile`);
		assert.equal(durations.length, 200);
	});
});
