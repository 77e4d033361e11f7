/**
 * Reads PEM in all forms that occur in files and environment variables: with a byte order mark, with CRLF, in one line,
 * with `\n` as two characters, in quotes, in UTF-16, as base64 of the PEM, or without the BEGIN and END lines.
 */

import { describeKey } from "../request/describe-key.js";

/** A block of a PEM file. */
export interface PemBlock {
	/** Its label, such as `PRIVATE KEY` or `CERTIFICATE`. */
	readonly label: string;
	/** The block alone, in the form that all libraries read. */
	readonly pem: string;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \1-----/gs;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** The beginning of a PEM in base64: `-----BEGIN `. */
const BASE64_OF_PEM = "LS0tLS1CRUdJTi";
const LINE = /.{1,64}/g;
const UTF_16 = [0xff, 0xfe];
/** A header line of an encrypted key in the old format. */
const HEADER = /^[\w-]+: .*$/;

/** The blocks of a file. None, if it is neither a key nor a certificate. */
export function pemBlocks(given: string | Uint8Array): PemBlock[] {
	const text = typeof given === "string" ? given : textOf(given);
	const unescaped = text.replaceAll("\\r", "").replaceAll("\\n", "\n");
	const blocks = Array.from(unescaped.matchAll(BLOCK), ([, label = "", body = ""]) => block(label, body));
	return blocks.length > 0 ? blocks : withoutLines(given, text.replace(/[\s"'\ufeff]/g, ""));
}

/** The DER bytes of a block. */
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

/** Reads input without BEGIN and END lines: the base64 of a PEM, or a private key as DER or base64. */
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
