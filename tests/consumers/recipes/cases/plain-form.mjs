import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { test } from "node:test";
import { unpack } from "../recipe.mjs";
import { installed } from "../run.mjs";
import { visit } from "../visit.mjs";

const TYPES = {
	".html": "text/html",
	".js": "text/javascript",
	".mjs": "text/javascript",
	".wasm": "application/wasm",
};
const card = {
	title: "微信支付测试卡",
	date_information: { type: "FIX_TERM", available_day_after_receive: 30 },
};

test("a plain form shows the card and sends what the user changed", async () => {
	const folder = unpack("plain-form");
	symlinkSync(installed("wechatpay-membercard/dist/form"), join(folder, "wechatpay-membercard"));
	const saved = [];
	const server = createServer(async (request, response) => {
		if (request.url === "/card" && request.method === "PATCH") {
			saved.push(Buffer.concat(await request.toArray()).toString());
			return response.writeHead(204).end();
		}
		if (request.url === "/card") {
			return response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(card));
		}
		if (request.url === "/favicon.ico") {
			return response.writeHead(204).end();
		}
		const file = join(folder, request.url === "/" ? "index.html" : request.url);
		response.writeHead(200, { "Content-Type": TYPES[extname(file)] }).end(await readFile(file));
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	try {
		await visit(`http://127.0.0.1:${server.address().port}/`, async (page) => {
			await page.eventually(() => document.querySelector("[name=title]").value || null);
			await page.evaluate(() => document.querySelector("[name=title]").focus());
			await page.key("End");
			await page.type("一二三四");
			await page.key("Enter");
			const message = () => document.querySelector("[data-message-for]:not(:empty)")?.textContent;
			assert.equal(await page.eventually(message), "会员卡名称最多 10 个字，当前 11 个字");
			assert.equal(await page.evaluate(() => document.querySelector("[aria-invalid=true]").name), "title");
			await page.key("Backspace");
			await page.key("Enter");
			await page.eventually(() => document.querySelector("form").dataset.saved);
			assert.deepEqual(saved, ['{"title":"微信支付测试卡一二三"}']);
			await page.evaluate(() => {
				const type = document.querySelector("select");
				type.value = "PERMANENT";
				type.dispatchEvent(new Event("change", { bubbles: true }));
				const days = document.querySelector("[inputmode]");
				days.value = "";
				days.dispatchEvent(new Event("input", { bubbles: true }));
			});
			assert.ok(await page.eventually(() => document.querySelector("[data-row-for]").hidden || null));
		});
	} finally {
		server.closeAllConnections();
		server.close();
	}
});

test("a server makes an update of a submitted form", async () => {
	const { save } = await import(`${unpack("plain-form")}/save.js`);
	const submit = (title) => {
		const body = new FormData();
		body.append("title", title);
		body.append("/date_information/available_day_after_receive", "30");
		body.append("/date_information/type", "FIX_TERM");
		return save(new Request("http://localhost/card", { method: "POST", body }), card);
	};
	const { body } = await submit("会员卡");
	assert.deepEqual(JSON.parse(body), { ...card, title: "会员卡" });
	assert.deepEqual(await submit("一二三四五六七八九十一"), {
		errors: { title: ["会员卡名称最多 10 个字，当前 11 个字"] },
	});
});
