/**
 * The main job in Node.js, through the built package: checks a payload, and for the documented example also signs the
 * request with a key of the moment and serves the page.
 *
 * Usage: node run.mjs [--once] [--locale zh-CN|en] [--port N] [FILE | -]
 */

import { spawnSync } from "node:child_process";
import { constants, generateKeyPairSync, sign as signWith, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { curlCommand, prepare, validateJson } from "../pkg/dist/index.mjs";
import { serve } from "../www/serve.mjs";

const { options, file } = readArguments();
const { locale } = options;
const inChinese = locale === "zh-CN";
const say = (chinese, english) => console.log(inChinese ? chinese : english);

if (file !== undefined) {
	process.exitCode = check(file);
} else if (runExample() && !options.once) {
	const url = await servePage().catch(({ message }) => stop(message));
	say(`\n网页：${url}（Ctrl+C 结束）`, `\nThe page: ${url} (Ctrl+C ends it)`);
}

function readArguments() {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				once: { type: "boolean", default: false },
				locale: { type: "string", default: "zh-CN" },
				port: { type: "string" },
			},
		});
		if (positionals.length > 1) {
			throw new TypeError("one file at most");
		}
		if (!["zh-CN", "en"].includes(values.locale)) {
			throw new TypeError("--locale is zh-CN or en");
		}
		if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) {
			throw new TypeError("--port is a number");
		}
		return { options: values, file: positionals[0] };
	} catch ({ message }) {
		return stop(message);
	}
}

/** Serves the page and a signing server at the asked port, or else at the usual one, or else at any. */
async function servePage() {
	const { signingHandler } = await import("../examples/signing-server/handler.mjs");
	const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const signer = (message) => signWith("sha256", message, privateKey);
	const sign = signingHandler({ signer, cardsOf: () => "any", locale });
	return options.port === undefined
		? serve({ sign }).catch(() => serve({ sign, port: 0 }))
		: serve({ sign, port: Number(options.port) });
}

function stop(message) {
	console.error(`error: ${message}`);
	process.exit(1);
}

/** Checks the documented example, and prepares, signs and prints the request. */
function runExample() {
	const json = readFileSync(join(import.meta.dirname, "../tests/data/example.json"), "utf8");
	say("校验文档中的示例", "Checking the documented example");
	if (!report(validateJson(json, { locale }))) {
		process.exitCode = 1;
		return false;
	}
	const request = prepare(JSON.parse(json), {
		locale,
		cardId: "pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
		mchid: "1900000109",
		serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
	});
	say("\n待签名串", "\nThe message to sign");
	console.log(showInvisible(request.message));

	say("\n用临时生成的 RSA-2048 密钥签名", "\nSigning with an RSA-2048 key made for this run");
	const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
	const padding = constants.RSA_PKCS1_PADDING;
	const signature = signWith("sha256", Buffer.from(request.message), { key: privateKey, padding });
	const signed = request.complete(signature);
	const sent = Buffer.from(signed.headers.Authorization.match(/signature="([^"]+)"/)[1], "base64");
	const verified = verify("sha256", Buffer.from(request.message), { key: publicKey, padding }, sent);
	say(
		`用公钥验签：${verified ? "通过" : "未通过"}`,
		`The public key ${verified ? "verifies" : "refuses"} the signature`,
	);
	if (!verified) {
		process.exitCode = 1;
		return false;
	}

	say("\n可发送的请求", "\nThe request to send");
	console.log(curlCommand(signed));
	return true;
}

/** Prints a verdict and its issues; true when valid. */
function report(result) {
	const errors = result.issues.filter(({ severity }) => severity === "error").length;
	const warnings = result.issues.length - errors;
	say(
		`${result.valid ? "有效" : "无效"}：${errors} 个错误，${warnings} 个警告`,
		`${result.valid ? "Valid" : "Not valid"}: ${errors} error(s), ${warnings} warning(s)`,
	);
	for (const { severity, code, pointer, message } of result.issues) {
		console.log(
			`  ${severity === "error" ? "✗" : "!"} ${showInvisible(pointer) || "/"}  ${showInvisible(message)}  [${code}]`,
		);
	}
	return result.valid;
}

/** Checks a payload of the user's with the command-line tool. */
function check(name) {
	const tool = join(import.meta.dirname, "../pkg/dist/cli.mjs");
	const args = [tool, "check", "--locale", locale, "--", name];
	return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}

/** The text with its line feeds and everything else that nobody sees made visible. */
function showInvisible(text) {
	return text
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) =>
			character === "\n"
				? "\\n\n"
				: `<U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`,
		)
		.replace(/\n$/, "");
}
