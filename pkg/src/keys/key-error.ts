import type { Locale } from "../bridge/types.js";
import type { Localized } from "../options/locale.js";
import { describeKey } from "../request/describe-key.js";
import { pemBlocks } from "./pem.js";
import type { KeyMaterial } from "./read-options.js";

/** Codes of key errors. */
export type KeyErrorCode =
	/** The file is something else, or unreadable. The message says what it is. */
	| "no_private_key"
	| "no_public_key"
	| "no_certificate"
	/** The private key is encrypted: the passphrase is missing or wrong, or the key must be decrypted first. */
	| "encrypted"
	| "wrong_passphrase"
	/** The format is right, but the content cannot be read. */
	| "damaged"
	/** The key is of another kind, such as elliptic curve. */
	| "not_rsa"
	/** The RSA key has less than 2048 bits. */
	| "too_short"
	/** The certificate belongs to another private key. */
	| "keys_differ"
	/** The certificate's serial number differs from its name in the options. */
	| "serial_differs"
	/** The response is not signed with RSA. */
	| "other_signature";

/** A key or a certificate cannot be used. The message says why and what to do, and contains nothing of the key. */
export class KeyError extends Error {
	/** The reason: a stable code. */
	readonly code: KeyErrorCode;

	constructor(code: KeyErrorCode, message: string) {
		super(message);
		this.name = "KeyError";
		this.code = code;
	}
}

/** Creates errors whose messages name what was given. */

/** Creates an error. */
function keyError(code: KeyErrorCode, words: Localized, locale: Locale): KeyError {
	return new KeyError(code, words[locale]);
}

/** The given file is no private key. */
export function noPrivateKey(given: KeyMaterial, locale: Locale): KeyError {
	const { kind, message } = describeKey(pemBlocks(given)[0]?.pem ?? given, locale);
	const code = kind === "encrypted_private_key" ? "encrypted" : "no_private_key";
	return keyError(
		code,
		{ "zh-CN": `私钥无法使用：${message}`, en: `the private key cannot be used: ${message}` },
		locale,
	);
}

/** A private key in the right format that cannot be read. */
export function damagedKey(locale: Locale): KeyError {
	return keyError(
		"damaged",
		{
			"zh-CN": "私钥内容已损坏，无法读取：请重新复制 apiclient_key.pem",
			en: "the private key is damaged and cannot be read: copy apiclient_key.pem again",
		},
		locale,
	);
}

/** A wrong passphrase. */
export function wrongPassphrase(locale: Locale): KeyError {
	return keyError(
		"wrong_passphrase",
		{ "zh-CN": "私钥的密码不正确", en: "the passphrase of the private key is wrong" },
		locale,
	);
}

/** A key of another kind than RSA. */
export function notRsa(type: string, curve: string | undefined, locale: Locale): KeyError {
	const what = curve === undefined ? type : `${type}, ${curve}`;
	return keyError(
		"not_rsa",
		{
			"zh-CN": `密钥不是 RSA 密钥（${what}）：微信支付使用 RSA-2048；SM2 密钥请自行签名，并指定 scheme: "WECHATPAY2-SM2-WITH-SM3"`,
			en: `the key is no RSA key (${what}): WeChat Pay uses RSA of 2048 bits; sign with a key of SM2 yourself, with scheme: "WECHATPAY2-SM2-WITH-SM3"`,
		},
		locale,
	);
}

/** The minimum for WeChat Pay's schemes. */
const MIN_BITS = 2048;

/** Throws a KeyError for an RSA key that is too short. */
export function checkLength(bits: number, locale: Locale): void {
	if (bits < MIN_BITS) {
		throw keyError(
			"too_short",
			{
				"zh-CN": `RSA 密钥只有 ${bits} 位，须为 ${MIN_BITS} 位`,
				en: `the RSA key has ${bits} bits, and must have ${MIN_BITS}`,
			},
			locale,
		);
	}
}

/** The given file is no certificate. */
export function noCertificate(given: KeyMaterial, locale: Locale): KeyError {
	const label = pemBlocks(given)[0]?.label;
	return keyError(
		"no_certificate",
		{
			"zh-CN": `不是 PEM 格式的证书${label === undefined ? "" : `，而是 ${label}`}：请使用商户API证书 apiclient_cert.pem`,
			en: `it is no certificate in PEM${label === undefined ? "" : `, but ${label}`}: use the merchant API certificate, apiclient_cert.pem`,
		},
		locale,
	);
}

/** The given file is no key of WeChat Pay. */
export function noPublicKey(id: string, given: KeyMaterial, locale: Locale): KeyError {
	const label = pemBlocks(given)[0]?.label;
	return keyError(
		"no_public_key",
		{
			"zh-CN": `${id} 不是 PEM 格式的公钥或证书${label === undefined ? "" : `，而是 ${label}`}：请使用微信支付公钥 pub_key.pem 或平台证书`,
			en: `${id} is no public key or certificate in PEM${label === undefined ? "" : `, but ${label}`}: use WeChat Pay's public key, pub_key.pem, or the platform certificate`,
		},
		locale,
	);
}

/** A certificate and a private key that do not belong together. */
export function keysDiffer(serialNo: string, locale: Locale): KeyError {
	return keyError(
		"keys_differ",
		{
			"zh-CN": `私钥与证书不匹配：序列号为 ${serialNo} 的证书属于另一个私钥，请使用同一次申请得到的 apiclient_key.pem 和 apiclient_cert.pem`,
			en: `the private key and the certificate do not belong together: the certificate with the serial number ${serialNo} is that of another key; use the apiclient_key.pem and apiclient_cert.pem of one application`,
		},
		locale,
	);
}

/** A certificate given under another serial number. */
export function serialDiffers(id: string, serialNo: string, locale: Locale): KeyError {
	return keyError(
		"serial_differs",
		{
			"zh-CN": `${id} 对应的是序列号为 ${serialNo} 的证书：请以该序列号为键；微信支付公钥才以 PUB_KEY_ID_ 开头的公钥ID为键`,
			en: `what is given for ${id} is the certificate with the serial number ${serialNo}: give it under that; only WeChat Pay's public key has an id that begins with PUB_KEY_ID_`,
		},
		locale,
	);
}

/** A response with another type of signature. */
export function otherSignature(signatureType: string, locale: Locale): KeyError {
	return keyError(
		"other_signature",
		{
			"zh-CN": `应答的签名类型为 ${signatureType}，不是 RSA 签名`,
			en: `the response is signed as ${signatureType}, and not with RSA`,
		},
		locale,
	);
}
