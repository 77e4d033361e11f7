import { type LanguageTag, type Localized, readLocale } from "../options/locale.js";
import { describe } from "../options/option-values.js";
import { isUint8Array } from "../runtime/bytes.js";

/** What a key file contains. Only the first two can sign. */
export type KeyKind =
	/** A private key in PKCS#8, as WeChat Pay's tools write `apiclient_key.pem`. */
	| "pkcs8"
	/** An RSA private key in PKCS#1. */
	| "pkcs1"
	| "encrypted_private_key"
	/** A private key of another kind: EC, DSA or OpenSSH. */
	| "other_private_key"
	| "public_key"
	| "certificate"
	/** An encrypted bundle of a certificate and its key: `apiclient_cert.p12`. */
	| "pkcs12"
	| "unknown";

/** What is wrong with the format of a key file. */
export type KeyFlaw =
	/** Line breaks are the two characters `\n`, as is common in environment variables. */
	| "escaped_line_breaks"
	/** Everything is in one line. */
	| "no_line_breaks"
	/** Lines begin with blanks. */
	| "indented"
	/** The text is UTF-16. */
	| "utf16"
	/** The text begins with a byte order mark. Node.js accepts it, other readers may not. */
	| "byte_order_mark"
	/** The END line is missing: the file was cut off. */
	| "incomplete"
	/** The BEGIN and END lines are missing. */
	| "no_pem_lines"
	/** The file is DER (binary), not PEM. */
	| "der";

/** A description of a key file. It contains nothing of the key. */
export interface KeyDescription {
	/** What the file contains. */
	kind: KeyKind;
	/** What is wrong with its format, if anything. */
	flaw?: KeyFlaw;
	/** What it is and what to do, in one line. */
	message: string;
}

/** Longer files are not keys. */
const MAX_LENGTH = 1 << 16;

const KINDS: Record<KeyKind, Localized> = {
	pkcs8: { "zh-CN": "这是私钥（PKCS#8）", en: "it is a private key (PKCS#8)" },
	pkcs1: {
		"zh-CN":
			"这是私钥（PKCS#1）：Node.js 和 OpenSSL 可直接使用，WebCrypto 需要 PKCS#8，可用 openssl pkcs8 -topk8 -nocrypt 转换",
		en: "it is a private key (PKCS#1): Node.js and OpenSSL take it as it is, WebCrypto needs PKCS#8, which openssl pkcs8 -topk8 -nocrypt makes of it",
	},
	encrypted_private_key: {
		"zh-CN": "这是加密的私钥：请提供其密码，或用 openssl pkey 解密",
		en: "it is an encrypted private key: give its passphrase, too, or decrypt it with openssl pkey",
	},
	other_private_key: {
		"zh-CN": "这是私钥，但不是 PEM 格式的 RSA 私钥：请使用商户API私钥 apiclient_key.pem",
		en: "it is a private key, but no RSA key in PEM: use the merchant's API key, apiclient_key.pem",
	},
	public_key: {
		"zh-CN": "这是公钥，不能签名：请使用商户API私钥 apiclient_key.pem",
		en: "it is a public key, which cannot sign: use the merchant's private key, apiclient_key.pem",
	},
	certificate: {
		"zh-CN": "这是证书，不能签名：请使用商户API私钥 apiclient_key.pem",
		en: "it is a certificate, which cannot sign: use the merchant's private key, apiclient_key.pem",
	},
	pkcs12: {
		"zh-CN":
			"这是 PKCS#12 证书包（.p12）：请使用 apiclient_key.pem，或用 openssl pkcs12 -nocerts -nodes 导出私钥，密码默认为商户号",
		en: "it is a PKCS#12 bundle (.p12): use apiclient_key.pem, or export the key with openssl pkcs12 -nocerts -nodes; its passphrase is the mchid by default",
	},
	unknown: {
		"zh-CN": "这不是密钥：PEM 格式的私钥以 -----BEGIN PRIVATE KEY----- 开头",
		en: "it is no key: a private key in PEM begins with -----BEGIN PRIVATE KEY-----",
	},
};

const FLAWS: Record<KeyFlaw, Localized> = {
	escaped_line_breaks: {
		"zh-CN": '换行写成了“\\n”两个字符（环境变量中常见），请还原：key.replaceAll("\\\\n", "\\n")',
		en: 'its line breaks are the two characters \\n, as in many environment variables: restore them with key.replaceAll("\\\\n", "\\n")',
	},
	no_line_breaks: {
		"zh-CN": "缺少换行：首行、末行和内容必须分行",
		en: "its line breaks are missing: the first and the last line must stand alone",
	},
	indented: {
		"zh-CN": "行首有空格：请删除每行开头的空格",
		en: "its lines are indented: remove the blanks at their beginnings",
	},
	utf16: { "zh-CN": "编码为 UTF-16：请另存为 UTF-8", en: "it is written in UTF-16: save it as UTF-8" },
	byte_order_mark: {
		"zh-CN": "开头有字节顺序标记（BOM）：请另存为不带 BOM 的 UTF-8",
		en: "it begins with a byte order mark: save it as UTF-8 without one",
	},
	incomplete: {
		"zh-CN": "缺少 -----END 行，内容不完整：请重新复制",
		en: "its -----END line is missing: it was cut off",
	},
	no_pem_lines: {
		"zh-CN": "缺少 -----BEGIN 和 -----END 行",
		en: "the lines -----BEGIN and -----END around it are missing",
	},
	der: {
		"zh-CN": '格式为 DER（二进制），不是 PEM：请用 createPrivateKey 的 format: "der" 读取，或转换为 PEM',
		en: 'it is DER (binary), not PEM: read it with format: "der" of createPrivateKey, or convert it to PEM',
	},
};

/**
 * Describes a key file and why a signer cannot use it: a public key or a certificate instead of the private key, an
 * encrypted key, escaped line breaks, and so on. It looks at the format only, and the result contains nothing of the
 * key. Throws a TypeError unless the key is text or bytes.
 *
 * ```js
 * describeKey("-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----", "en").message;
 *  // "it is a certificate, which cannot sign: use the merchant's private key, apiclient_key.pem"
 * describeKey("-----BEGIN PRIVATE KEY-----\\n…\\n-----END PRIVATE KEY-----").flaw; // "escaped_line_breaks"
 * ```
 */
export function describeKey(key: string | Uint8Array, locale?: LanguageTag): KeyDescription {
	const language = readLocale(locale);
	const { kind, flaw } = isUint8Array(key) ? ofBytes(key.subarray(0, MAX_LENGTH)) : ofText(readText(key));
	const words = flaw === undefined ? [KINDS[kind]] : [KINDS[kind], FLAWS[flaw]];
	const message = words.map((text) => text[language]).join(language === "en" ? "; " : "；");
	return { kind, ...(flaw && { flaw }), message };
}

interface KeyForm {
	kind: KeyKind;
	flaw?: KeyFlaw | undefined;
}

function readText(key: unknown): string {
	if (typeof key !== "string") {
		throw new TypeError(`describeKey takes a text or a Uint8Array, not ${describe(key)}`);
	}
	return key.slice(0, MAX_LENGTH);
}

function ofBytes(bytes: Uint8Array): KeyForm {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return { kind: ofText(new TextDecoder("utf-16le").decode(bytes)).kind, flaw: "utf16" };
	}
	const kind = ofDer(bytes);
	if (kind !== undefined) {
		return kind === "pkcs12" ? { kind } : { kind, flaw: "der" };
	}
	return ofText(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
}

const LABEL = /-----BEGIN ([A-Z0-9 ]+)-----/g;

function ofText(text: string): KeyForm {
	const labels = Array.from(text.matchAll(LABEL), ([, label = ""]) => label);
	// A file may contain a certificate and its key.
	const label = labels.find((name) => name.endsWith("PRIVATE KEY")) ?? labels[0];
	if (label !== undefined) {
		return { kind: ofLabel(label, text), flaw: flawOf(text, label) };
	}
	const kind = ofDer(bytesOf(text.trimStart()));
	return kind === undefined ? { kind: "unknown" } : { kind, flaw: "no_pem_lines" };
}

function ofLabel(label: string, text: string): KeyKind {
	switch (label) {
		case "PRIVATE KEY":
			return "pkcs8";
		case "RSA PRIVATE KEY":
			return text.includes("Proc-Type: 4,ENCRYPTED") ? "encrypted_private_key" : "pkcs1";
		case "ENCRYPTED PRIVATE KEY":
			return "encrypted_private_key";
		case "PUBLIC KEY":
		case "RSA PUBLIC KEY":
			return "public_key";
		case "CERTIFICATE":
			return "certificate";
		default:
			return label.endsWith("PRIVATE KEY") ? "other_private_key" : "unknown";
	}
}

function flawOf(text: string, label: string): KeyFlaw | undefined {
	const begins = text.indexOf(`-----BEGIN ${label}-----`);
	const ends = text.indexOf(`-----END ${label}-----`, begins);
	const inside = text.slice(begins, ends);
	if (ends < 0) {
		return "incomplete";
	}
	if (!inside.includes("\n") && !inside.includes("\r")) {
		return inside.includes("\\n") ? "escaped_line_breaks" : "no_line_breaks";
	}
	if (inside.includes("\n ") || inside.includes("\n\t")) {
		return "indented";
	}
	return text.startsWith("\ufeff") ? "byte_order_mark" : undefined;
}

const DER_SEQUENCE = 0x30;
const DER_LONG = 0x80;
/** How the outermost SEQUENCE begins: the version, and the tag that follows. */
const CONTENTS: [KeyKind, string][] = [
	["pkcs12", "2,1,3"],
	["pkcs8", "2,1,0,48"],
	["pkcs1", "2,1,0,2"],
];

/** The kind of a DER file. */
function ofDer(bytes: Uint8Array): KeyKind | undefined {
	const [type, length = 0] = bytes;
	if (type !== DER_SEQUENCE) {
		return undefined;
	}
	const start = 2 + (length >= DER_LONG ? length - DER_LONG : 0);
	const begins = bytes.subarray(start, start + 4).join();
	return CONTENTS.find(([, content]) => begins.startsWith(content))?.[0];
}

/** So many characters of base64 are enough to recognize a key. */
const TELLING = 24;

function bytesOf(base64: string): Uint8Array {
	const head = base64.slice(0, TELLING);
	return /^[A-Za-z0-9+/]+$/.test(head) && head.length === TELLING
		? Uint8Array.from(atob(head), (character) => character.charCodeAt(0))
		: new Uint8Array();
}
