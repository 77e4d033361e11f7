/** Faults inside of the WebAssembly module, and modules that cannot be loaded, in real engines. */

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { inEveryEngine } from "./engines/index.mjs";
import { openPage } from "./page.mjs";
import { serve } from "./server.mjs";

let server;
before(async () => {
	server = await serve();
});
after(() => server.close());

inEveryEngine((browser, test) => {
	for (const entry of ["browser.mjs", "inline.mjs", "form/browser.mjs"]) {
		test(`${entry}: where the stack ends inside of a call, the next call works`, async () => {
			await openPage(browser, `${server.url}faults.html`);
			const found = await browser.evaluate(async (entry) => {
				const { CardForm, init, validate } = await import(`/package/${entry}`);
				await init();
				const form = new CardForm({ initial: { title: "a" } });
				form.set("title", "b");
				form.touch("title");
				const stop = form.subscribe(() => form.set("title", `${form.value().title}x`));
				const found = { thrown: [], bodies: [] };
				for (let round = 0; round < 5; round++) {
					const deeper = () => {
						validate({ title: "会员卡" });
						deeper();
					};
					try {
						deeper();
					} catch (error) {
						found.thrown.push(error.name);
					}
					found.bodies.push(validate({ title: "会员卡" }).body);
				}
				found.title = form.value().title;
				found.touched = form.touched("title");
				try {
					form.set("title", "c");
				} catch (error) {
					found.refused = error.message;
				}
				stop();
				form.set("title", "d");
				found.after = form.value();
				return found;
			}, entry);
			assert.equal(found.thrown.length, 5);
			assert.ok(
				found.thrown.every((name) => ["RangeError", "InternalError"].includes(name)),
				found.thrown.join(),
			);
			assert.deepEqual(found.bodies, Array(5).fill('{"title":"会员卡"}'));
			assert.deepEqual([found.title, found.touched], ["b", true]);
			assert.match(found.refused, /listeners .* 50 edits/);
			assert.deepEqual(found.after, { title: "d" });
		});
	}

	test("a module that cannot be loaded reports why, and what to change", async () => {
		await openPage(browser, `${server.url}faults.html`);
		const messages = await browser.evaluate(async () => {
			const { init, validate } = await import("/package/browser.mjs");
			const messages = {};
			for (const address of [
				"/missing.wasm",
				"/faults.html",
				"/package/browser.mjs",
				"http://127.0.0.1:1/x.wasm",
			]) {
				try {
					await init(address);
				} catch ({ message }) {
					messages[address] = message;
				}
				try {
					validate({});
				} catch ({ message }) {
					messages[address] += ` -- ${message}`;
				}
			}
			return messages;
		});
		const expected = {
			"/missing.wasm": /missing\.wasm answered 404: put .* -- .*not ready\. .*answered 404/,
			"/faults.html": /faults\.html is a web page, .* -- .*is a web page/,
			"/package/browser.mjs": /browser\.mjs is no WebAssembly module -- .*is no WebAssembly module/,
			"http://127.0.0.1:1/x.wasm":
				/127\.0\.0\.1:1\/x\.wasm cannot be fetched .*connect-src.* -- .*cannot be fetched/,
		};
		for (const [address, pattern] of Object.entries(expected)) {
			assert.match(messages[address], pattern);
		}
	});

	test("a page whose policy forbids WebAssembly gets the directive to add", async () => {
		await openPage(browser, `${server.url}forbidden.html`);
		const messages = await browser.evaluate(async () => {
			const messages = [];
			for (const entry of ["browser.mjs", "inline.mjs"]) {
				const { init, validate } = await import(`/package/${entry}`);
				for (const call of [() => init(), () => validate({})]) {
					try {
						await call();
						messages.push("nothing");
					} catch ({ message }) {
						messages.push(message);
					}
				}
			}
			return messages;
		});
		assert.equal(messages.length, 4);
		for (const message of messages) {
			assert.match(
				message,
				/Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src/,
			);
		}
	});
});
