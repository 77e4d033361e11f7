/** The package's own UTF-8 and UTF-16 codecs, for hosts without them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Utf16Decoder } from "../../pkg/build/bridge/utf16.js";
import { Utf8Decoder, Utf8Encoder } from "../../pkg/build/hosts/utf8-codec.js";

const encoder = new Utf8Encoder();
const decoder = new Utf8Decoder();
const EDGES = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfeff, 0xffff, 0x10000, 0x10ffff];

/** Texts with characters of all lengths, from a fixed seed. */
function* texts(count) {
	let seed = 20;
	const random = (below) => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return Math.floor((seed / 2 ** 32) * below);
	};
	yield "";
	yield String.fromCodePoint(...EDGES);
	yield "会员卡𠮷👩‍👩‍👧".repeat(5000);
	for (let index = 0; index < count; index++) {
		const codes = Array.from({ length: random(20) }, () => random(0x800 << random(10)));
		yield String.fromCodePoint(...codes.map((code) => (code > 0x10ffff ? code & 0xffff : code)));
	}
}

test("it encodes as the host does, lone surrogates too", () => {
	const host = new TextEncoder();
	for (const text of [...texts(2000), "\ud800", "a\udc00b", "\ud83d\ud83d\udc69"]) {
		const bytes = encoder.encode(text);
		assert.deepEqual(bytes, host.encode(text));
		const room = new Uint8Array(text.length * 3);
		const { read, written } = encoder.encodeInto(text, room);
		assert.equal(read, text.length);
		assert.deepEqual(room.slice(0, written), bytes);
	}
});

test("UTF-16 is read as the host reads it", () => {
	const host = new TextDecoder("utf-16le", { ignoreBOM: true });
	const own = new Utf16Decoder();
	// The module returns well-formed text only.
	for (const text of [...texts(2000)].map((text) => text.toWellFormed())) {
		const units = Uint16Array.from({ length: text.length + 1 }, (_, index) => text.charCodeAt(index - 1));
		const bytes = new Uint8Array(units.buffer, 2);
		assert.equal(own.decode(bytes), text);
		assert.equal(host.decode(bytes), text);
	}
});

test("it decodes texts encoded by the host", () => {
	const host = new TextEncoder();
	for (const text of texts(2000)) {
		const bytes = host.encode(text);
		assert.equal(decoder.decode(bytes), new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
	}
	assert.equal(decoder.decode(), "");
});
