/**
 * Keys and certificates in every form that files and environment variables have: with a byte order mark, with CRLF, in one
 * line, with `\n` written out, in quotes, in UTF-16, as the base64 of a PEM, or without the lines around it.
 */

import { describeKey } from "../request/describe-key.js";

/** A part of a PEM file. */
export interface PemBlock {
	/** What it is: `PRIVATE KEY`, `CERTIFICATE`. */
	readonly label: string;
	/** It alone, as all libraries read it. */
	readonly pem: string;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \1-----/gs;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** How the base64 of a PEM begins: with that of `-----BEGIN `. */
const BASE64_OF_PEM = "LS0tLS1CRUdJTi";
const LINE = /.{1,64}/g;
const UTF_16 = [0xff, 0xfe];
/** What an encrypted key of the old kind says before its base64. */
const HEADER = /^[\w-]+: .*$/;

/** The blocks of a file, or of what stands for one; none, if it is neither a key nor a certificate. */
export function pemBlocks(given: string | Uint8Array): PemBlock[] {
	const text = typeof given === "string" ? given : textOf(given);
	const unescaped = text.replaceAll("\\r", "").replaceAll("\\n", "\n");
	const blocks = Array.from(unescaped.matchAll(BLOCK), ([, label = "", body = ""]) => block(label, body));
	return blocks.length > 0 ? blocks : withoutLines(given, text.replace(/[\s"'\ufeff]/g, ""));
}

/** The bytes that a block holds. */
export function derOf({ pem }: PemBlock): Uint8Array {
	const base64 = pem.split("\n").filter((line) => BASE64.test(line));
	return bytesOf(base64.join(""));
}

function block(label: string, body: string): PemBlock {
	const lines = body.split("\n").map((line) => line.trim());
	const headers = lines.filter((line) => HEADER.test(line));
	const base64 = lines
		.filter((line) => !HEADER.test(line))
		.join("")
		.replace(/\s/g, "");
	const above = headers.length > 0 ? [...headers, ""] : [];
	const inside = [...above, ...(base64.match(LINE) ?? [])];
	return { label, pem: [`-----BEGIN ${label}-----`, ...inside, `-----END ${label}-----`, ""].join("\n") };
}

/** What has no lines that begin and end it: the base64 of a PEM, or a private key as bytes or their base64. */
function withoutLines(given: string | Uint8Array, base64: string): PemBlock[] {
	if (base64.startsWith(BASE64_OF_PEM) && BASE64.test(base64)) {
		return pemBlocks(bytesOf(base64));
	}
	const { kind, flaw } = describeKey(given);
	const isWhole = flaw === "no_pem_lines" || flaw === "der";
	if (!isWhole || (kind !== "pkcs8" && kind !== "pkcs1")) {
		return [];
	}
	const label = kind === "pkcs8" ? "PRIVATE KEY" : "RSA PRIVATE KEY";
	return [block(label, flaw === "der" ? base64Of(given as Uint8Array) : base64)];
}

function textOf(bytes: Uint8Array): string {
	const isUtf16 = UTF_16.every((byte, at) => bytes[at] === byte);
	return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

function bytesOf(base64: string): Uint8Array {
	return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function base64Of(bytes: Uint8Array): string {
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
