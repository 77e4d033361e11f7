/**
 * URLs compared with `URL`, which Node.js and browsers use: if the package accepts the host of an image, `URL` must
 * have that host. The inputs are the WHATWG's URL tests and made-up tricks.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { validate } from "../../../pkg/dist/index.mjs";
import { fc } from "./check.mjs";

const ALLOWED = "wxpaylogo.qpic.cn";
/** Warnings for other image hosts of WeChat. */
const OTHER_PICTURES = ["image_host_unverified", "image_wrong_service"];
const ASCII = /^[ -~]*$/;
const root = new URL("../../../", import.meta.url);
const tricks = JSON.parse(readFileSync(new URL("tests/data/url_tricks.json", root), "utf8"));

/** The standard's test data, from the crate url. */
function standardTests() {
	const output = execFileSync(
		process.env.CARGO ?? "cargo",
		["metadata", "--format-version", "1", "--locked"],
		{
			cwd: fileURLToPath(root),
			maxBuffer: 256 << 20,
			stdio: ["ignore", "pipe", "pipe"],
		},
	);
	const { manifest_path } = JSON.parse(output).packages.find(({ name }) => name === "url");
	const rows = JSON.parse(readFileSync(join(manifest_path, "../tests/urltestdata.json"), "utf8"));
	return rows.filter(({ input }) => input !== undefined);
}

function parse(address) {
	try {
		return new URL(address);
	} catch {
		return undefined;
	}
}

/** Counts of images (refused, with a warning, without issue) and of accepted links. */
const said = () => ({ refused: 0, warned: 0, plain: 0, links: 0 });

/** Checks a URL as an image and as a link: neither leads elsewhere. */
function compare(address, count) {
	const { valid, issues } = validate({ logo_url: address });
	const url = parse(address);
	if (!valid) {
		count.refused += 1;
	} else if (issues.length > 0) {
		count.warned += 1;
		// Nobody fetches an empty text or an invalid URL.
		const host = url?.hostname ?? ALLOWED;
		const isOther = issues.some(({ code }) => OTHER_PICTURES.includes(code));
		assert.ok(isOther ? `.${host}`.endsWith(".qpic.cn") : host === ALLOWED, `${address} leads to ${host}`);
		assert.match(url?.protocol ?? "https:", /^https?:$/, address);
	} else {
		count.plain += 1;
		assert.equal(url?.hostname, ALLOWED, address);
		assert.equal(url.protocol, "https:", address);
		assert.equal(url.port + url.username + url.password + url.hash, "", address);
	}

	const link = validate({ balance_information: { balance_url: address } });
	const has = (name) => link.issues.some(({ code }) => code === name);
	if (link.valid && address !== "" && url !== undefined) {
		count.links += 1;
		assert.equal(url.protocol, has("url_insecure") ? "http:" : "https:", address);
		assert.ok(has("url_userinfo") || `${url.username}${url.password}` === "", address);
		assert.ok(has("url_port") || url.port === "", address);
	}
	// The package does not process international domain names, also in Punycode.
	if (link.issues.length === 0 && (url !== undefined || (ASCII.test(address) && !/xn--/i.test(address)))) {
		assert.ok(url !== undefined, `${address} is taken without a word, but is no URL`);
		const isName = !/^[\d.]+$|^\[/.test(url.hostname);
		const isWritten = !ASCII.test(address) || address.toLowerCase().startsWith(`https://${url.hostname}`);
		assert.ok(isName && isWritten, `${address} is taken without a word, but leads to ${url.hostname}`);
	}
}

test("no input of the standard's tests leads astray", () => {
	const rows = standardTests();
	const count = said();
	for (const { input, base, hostname } of rows) {
		compare(input, count);
		if (base || !hostname) {
			continue;
		}
		for (const other of [ALLOWED, ALLOWED + hostname, `${hostname}.${ALLOWED}`, `${ALLOWED}@${hostname}`]) {
			compare(input.replaceAll(hostname, other), count);
		}
	}
	assert.ok(rows.length > 800, `${rows.length} inputs`);
	assert.ok(
		count.refused > 1000 && count.warned > 50 && count.plain > 0 && count.links > 100,
		JSON.stringify(count),
	);
});

test("no two marks between hosts lead astray", () => {
	const count = said();
	const around = [
		["evil.example", ALLOWED],
		[ALLOWED, "evil.example"],
		["", ALLOWED],
	];
	for (const [one, other] of around) {
		for (const first of tricks.marks) {
			for (const second of tricks.marks) {
				for (const end of ["", "/wxpaylogo/x/0"]) {
					compare(`https://${one}${first}${second}${other}${end}`, count);
				}
			}
		}
	}
	assert.ok(count.refused > 8000 && count.plain > 100 && count.links > 1000, JSON.stringify(count));
});

test("no made-up trick leads astray", () => {
	const marks = fc.array(fc.constantFrom(...tricks.marks), { maxLength: 2 });
	const parts = fc.array(fc.tuple(fc.constantFrom(...tricks.hosts), marks), { minLength: 1, maxLength: 3 });
	const made = fc
		.tuple(fc.constantFrom(...tricks.starts), parts)
		.map(([start, rest]) => start + rest.flat(2).join(""));
	const foreign = fc.string({ unit: "binary", maxLength: 4 });
	const between = fc
		.tuple(foreign, foreign, foreign)
		.map(([before, within, after]) => `https://${before}wxpaylogo${within}qpic.cn${after}`);
	const count = said();
	fc.assert(
		fc.property(fc.oneof({ weight: 8, arbitrary: made }, between), (address) => compare(address, count)),
		{ numRuns: 8000 },
	);
	assert.ok(count.refused > 4000 && count.plain > 10 && count.links > 500, JSON.stringify(count));
});
