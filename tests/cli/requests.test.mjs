import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { generateKeyPairSync, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { prepare } from "../../pkg/dist/index.mjs";
import { certificateOf, certified } from "../package/certified.mjs";
import { folder, run, write } from "./command-line.mjs";

const CARD_ID = "pbLatjvWdj0LpCAcVY8XhJFdkRpQ";
const REQUEST = [
	...["--card-id", CARD_ID, "--mchid", "1900000109"],
	...["--serial-no", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"],
	...["--timestamp", "1554208460", "--nonce-str", "593BEC0C930BF1AFEB40B4A08C8FB242"],
];
const update = { title: "it's 会员卡" };
const expected = prepare(update, {
	cardId: CARD_ID,
	mchid: "1900000109",
	serialNo: "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
	timestamp: 1554208460,
	nonceStr: "593BEC0C930BF1AFEB40B4A08C8FB242",
});
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" });
const signature = sign("sha256", expected.message, privateKey);

write("card.json", `${JSON.stringify(update, null, 2)}\n`);
write("bad.json", { title: 7 });
write("key.pem", pem);

function isSigned({ headers, body }) {
	assert.equal(body, expected.body);
	const [, value] = /signature="([^"]+)"/.exec(headers.Authorization);
	return verify("sha256", expected.message, publicKey, Buffer.from(value, "base64"));
}

test("prepare shows the request, its headers and the message to sign", async () => {
	const { code, stdout, stderr } = await run(["prepare", "card.json", ...REQUEST]);
	assert.equal(
		stdout,
		`PATCH ${expected.url}
Authorization: WECHATPAY2-SHA256-RSA2048 mchid="1900000109",nonce_str="593BEC0C930BF1AFEB40B4A08C8FB242",signature="...",timestamp="1554208460",serial_no="5157F09EFDC096DE15EBE81A47057A7232F1B8E1"
Accept: application/json
Accept-Language: zh-CN
Content-Type: application/json
User-Agent: ${expected.complete(signature).headers["User-Agent"]}

${expected.body}

The message to sign (each line ends with one \\n, the last one too):
${expected.message}`,
	);
	assert.deepEqual([code, stderr], [0, ""]);
	const sm2 = await run(["prepare", "card.json", ...REQUEST, "--scheme", "WECHATPAY2-SM2-WITH-SM3"]);
	assert.match(sm2.stdout, /^Authorization: WECHATPAY2-SM2-WITH-SM3 .*signature="\.\.\."/m);
});

test("a request is prepared here, signed there, and completed", async () => {
	const { stdout } = await run(["prepare", "card.json", ...REQUEST, "--json", "--message-out", "message"]);
	assert.deepEqual(JSON.parse(stdout), expected.toJSON());
	assert.equal(readFileSync(join(folder, "message"), "utf8"), expected.message);
	write("request.json", stdout);
	const base64 = signature.toString("base64");
	for (const [form, content] of Object.entries({
		base64,
		lines: base64.replace(/.{64}/g, "$&\n"),
		bytes: signature,
	})) {
		write(`signature.${form}`, content);
		const completed = await run(["complete", "request.json", "--signature", `signature.${form}`, "--json"]);
		assert.deepEqual(JSON.parse(completed.stdout), expected.complete(signature), form);
	}
	const ofStdin = await run(["complete", "-", "--signature", "signature.bytes", "--json"], { input: stdout });
	assert.ok(isSigned(JSON.parse(ofStdin.stdout)));
});

test("a request that was changed on the way is refused, and so is a signature that is none", async () => {
	const data = expected.toJSON();
	write("sig", signature);
	const completing = (content) =>
		run(["complete", "-", "--signature", "sig"], { input: JSON.stringify(content) });
	const changed = await completing({ ...data, url: data.url.replace("api.", "evil.") });
	assert.equal(changed.code, 2);
	assert.match(changed.stderr, /^error: <stdin> is not what prepare --json printed: url does not agree/);
	const invalid = await completing({
		...data,
		body: '{"title":7}',
		message: data.message.replace(data.body, '{"title":7}'),
	});
	assert.equal(invalid.code, 1);
	assert.match(invalid.stderr, /^<stdin>#\/body:1:10: error: .*wrong_type/);
	for (const odd of [null, 7, [], {}]) {
		assert.deepEqual([(await completing(odd)).code, (await completing(odd)).stdout], [2, ""]);
	}
	write("request.json", data);
	for (const [content, reason] of [
		["", /the signature is empty/],
		["aaaa", /the signature cannot be used: an RSA signature has 256 bytes/],
	]) {
		write("odd-signature", content);
		const { code, stderr } = await run(["complete", "request.json", "--signature", "odd-signature"]);
		assert.match(stderr, reason);
		assert.equal(code, 2);
	}
});

test("sign signs with a key, which it never shows", async () => {
	const { code, stdout, stderr } = await run(["sign", "card.json", ...REQUEST, "--key", "key.pem", "--json"]);
	assert.ok(isSigned(JSON.parse(stdout)));
	assert.deepEqual([code, stderr], [0, ""]);
	const asUpdate = await run(["sign", "key.pem", ...REQUEST, "--key", "key.pem"]);
	assert.equal(asUpdate.code, 1);
	assert.ok(!(asUpdate.stdout + asUpdate.stderr).includes(pem.split("\n")[1].slice(0, 20)));
	const { privateKey: elliptic } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const encrypted = privateKey.export({
		type: "pkcs8",
		format: "pem",
		cipher: "aes-256-cbc",
		passphrase: "secret",
	});
	for (const [name, content, reason] of [
		[
			"elliptic.pem",
			elliptic.export({ type: "pkcs8", format: "pem" }),
			"elliptic.pem: the key is no RSA key (EC, prime256v1)",
		],
		[
			"encrypted.pem",
			encrypted,
			"encrypted.pem: the private key cannot be used: it is an encrypted private key",
		],
		["broken.pem", pem.slice(0, 200), "its -----END line is missing"],
		["damaged.pem", pem.replace(/\n.{64}/, ""), "damaged.pem: the private key is damaged and cannot be read"],
		[
			"public.pem",
			publicKey.export({ type: "spki", format: "pem" }),
			"it is a public key, which cannot sign",
		],
		[
			"certificate.pem",
			pem.replaceAll("PRIVATE KEY", "CERTIFICATE"),
			"it is a certificate, which cannot sign",
		],
	]) {
		write(name, content);
		const refused = await run(["sign", "card.json", ...REQUEST, "--key", name]);
		assert.equal(refused.code, 2);
		assert.ok(refused.stderr.includes(reason), refused.stderr);
		assert.equal(refused.stdout, "");
		const [, firstLine] = String(content).replaceAll("\\n", "\n").split("\n");
		assert.ok(!refused.stderr.includes(firstLine.slice(0, 20)));
	}
	const sm2 = await run([
		"sign",
		"card.json",
		...REQUEST,
		"--key",
		"key.pem",
		"--scheme",
		"WECHATPAY2-SM2-WITH-SM3",
	]);
	assert.match(sm2.stderr, /--key is for RSA/);
});

test("sign reads keys damaged by environment variables and editors", async () => {
	for (const key of [pem.replaceAll("\n", "\\n"), `\ufeff${pem}`, `"${pem.replaceAll("\n", "\r\n")}"`]) {
		write("odd.pem", key);
		const { code, stdout } = await run(["sign", "card.json", ...REQUEST, "--key", "odd.pem", "--json"]);
		assert.equal(code, 0);
		assert.ok(isSigned(JSON.parse(stdout)));
	}
});

test("--cert has the serial number, and must be that of the key", async () => {
	const serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
	write("cert.pem", certificateOf(pem, serial));
	write("other-cert.pem", certified(serial).certificate);
	const at = REQUEST.indexOf("--serial-no");
	const request = REQUEST.toSpliced(at, 2);
	const signing = (...more) => run(["sign", "card.json", ...request, ...more, "--json"]);
	const signed = await signing("--cert", "cert.pem", "--key", "key.pem");
	assert.deepEqual([signed.code, signed.stderr], [0, ""]);
	assert.ok(isSigned(JSON.parse(signed.stdout)));
	assert.match(signed.stdout, new RegExp(`serial_no=.{0,2}${serial}`));
	const prepared = await run(["prepare", "card.json", ...request, "--cert", "cert.pem", "--json"]);
	assert.equal(JSON.parse(prepared.stdout).message, expected.message);

	const bySigner = `openssl dgst -sha256 -sign ${join(folder, "key.pem")}`;
	assert.equal((await signing("--cert", "cert.pem", "--sign-command", bySigner)).code, 0);
	for (const signer of [
		["--key", "key.pem"],
		["--sign-command", bySigner],
	]) {
		const refused = await signing("--cert", "other-cert.pem", ...signer);
		assert.equal(refused.code, 2);
		assert.equal(refused.stdout, "");
		assert.match(refused.stderr, /do not belong together/);
	}
	const noCertificate = await signing("--cert", "key.pem", "--key", "key.pem");
	assert.match(noCertificate.stderr, /key\.pem: it is no certificate in PEM, but PRIVATE KEY/);
	const both = await run(["prepare", "card.json", ...REQUEST, "--cert", "cert.pem"]);
	assert.match(both.stderr, /--serial-no and --cert exclude each other/);
	assert.match((await run(["prepare", "card.json", ...request])).stderr, /missing: --serial-no/);
});

test("sign has a command sign, which gets the message and prints base64 or bytes", async () => {
	write(
		"signer.mjs",
		`
		import { sign } from "node:crypto";
		import { readFileSync } from "node:fs";
		const signature = sign("sha256", readFileSync(0), readFileSync("key.pem", "utf8"));
		process.stdout.write(process.argv[2] === "bytes" ? signature : signature.toString("base64"));
	`,
	);
	for (const form of ["base64", "bytes"]) {
		const command = `"${process.execPath}" signer.mjs ${form}`;
		const { stdout } = await run(["sign", "card.json", ...REQUEST, "--sign-command", command, "--json"]);
		assert.ok(isSigned(JSON.parse(stdout)), form);
	}
	for (const [command, reason] of [
		["exit 3", "the signing command failed: exit code 3"],
		["kill $$", "the signing command failed: ended by SIGTERM"],
		["true", "the signature is empty"],
		["yes", "the signing command prints more than 65536 bytes"],
		["echo oops; exit 1", "the signing command failed: exit code 1"],
		["echo aaaa", "the signature cannot be used"],
	]) {
		const { code, stdout, stderr } = await run(["sign", "card.json", ...REQUEST, "--sign-command", command]);
		assert.ok(stderr.includes(reason), stderr);
		assert.deepEqual([code, stdout], [2, ""], command);
	}
});

test("a shell reads the command for curl as the request was signed", async () => {
	const { stdout } = await run(["sign", "card.json", ...REQUEST, "--key", "key.pem", "--curl"]);
	const printed = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${stdout}`], {
		encoding: "utf8",
	});
	const words = printed.split("\0");
	const { url, headers, body } = expected.complete(signature);
	assert.ok(words.includes(url));
	assert.ok(words.includes(`Authorization: ${headers.Authorization}`));
	assert.equal(words[words.indexOf("--data-raw") + 1], body);
});

test("an invalid update is not prepared, and all issues are printed at once", async () => {
	for (const command of ["prepare", "sign"]) {
		const { code, stdout, stderr } = await run([
			...[command, "bad.json", "--card-id", "", "--mchid", "x", "--serial-no", "5157"],
			...(command === "sign" ? ["--sign-command", "echo must not run >&2"] : []),
		]);
		assert.match(stderr, /^bad\.json:1:10: error: .*wrong_type/);
		assert.match(stderr, /^--card-id: error: .*\[card_id_format\]$/m);
		assert.match(stderr, /^--mchid: error: .*\[mchid_format\]$/m);
		assert.match(stderr, /^--serial-no: warning: .*\[serial_no_unusual\]$/m);
		assert.ok(!stderr.includes("must not run"));
		assert.deepEqual([code, stdout], [1, ""]);
	}
});

test("inspect accepts messages that may be signed, and says why others may not", async () => {
	write("message", expected.message);
	const at = ["--now", "2019-04-02T20:34:20+08:00"];
	const accepted = await run(["inspect", "message", "--card-id", "other", "--card-id", CARD_ID, ...at]);
	assert.equal(accepted.stdout, `it may be signed: an update of the card ${CARD_ID}, 2019-04-02T12:34:20Z\n`);
	assert.equal(accepted.code, 0);
	const { accepted: verdict, message } = JSON.parse(
		(await run(["inspect", "message", "--any-card", "--json", ...at])).stdout,
	);
	assert.deepEqual([verdict, message], [true, expected.message]);

	const refund = expected.message.replace("PATCH", "POST").replace(expected.body, '{"title":7}');
	const refused = await run(["inspect", "-", "--card-id", "other"], { input: refund });
	assert.equal(refused.code, 1);
	assert.match(refused.stdout, /^it must not be signed:$/m);
	assert.deepEqual(refused.stdout.match(/\[\w+\]/g).sort(), [
		"[invalid_body]",
		"[stale_timestamp]",
		"[unexpected_card]",
		"[wrong_method]",
		"[wrong_type]",
	]);
	const unknown = prepare({ title: "卡", x: 1 }, { ...expected.toJSON() }).message;
	const inspecting = (...args) => run(["inspect", "-", "--any-card", ...at, ...args], { input: unknown });
	assert.equal((await inspecting()).code, 1);
	assert.equal((await inspecting("--refuse-warning", "date_past")).code, 1);
	const allowing = ["--allow-warning", "unknown_key"];
	assert.equal((await inspecting(...allowing)).code, 0);
	assert.equal((await inspecting(...allowing, "--refuse-warning", "date_past")).code, 0);
	assert.equal((await inspecting(...allowing, "--refuse-warning", "unknown_key")).code, 1);
	assert.equal((await inspecting(...allowing, "--min-nonce-length", "64")).code, 1);
});
