import {
	constants,
	createPublicKey,
	type KeyObject,
	verify as verifySignature,
	X509Certificate,
} from "node:crypto";
import { parseHttpAnswer } from "../answer/http-answer.js";
import { tellExplanation } from "../answer/tell-explanation.js";
import type { Command, Session } from "../arguments/command.js";
import { shown } from "../input/input.js";
import { ExitCode } from "../shared/exit-code.js";
import { Failure } from "../shared/failure.js";
import type { AnswerError, VerifyOptions } from "../shared/library.js";
import { visible } from "../terminal/visible.js";

const MAX_ANSWER_BYTES = 1 << 20;
const MAX_KEY_BYTES = 1 << 16;
const MAX_SECONDS = 1_000_000_000;

export const verify: Command = {
	name: "verify",
	usage: "[OPTIONS] [FILE | -]",
	summary: { "zh-CN": "验证应答的签名和结果", en: "verify an answer and its outcome" },
	about: {
		"zh-CN": "输入为 curl --include 的完整输出。以 0 退出表示：应答确由微信支付签发，\n且会员卡已更新。",
		en: "Reads the output of curl --include. It exits with 0 only if WeChat Pay signed\nthe answer, and the answer says that the card was updated.",
	},
	flags: [
		{
			title: { "zh-CN": "选项", en: "Options" },
			flags: [
				{
					name: "public-key",
					takes: "FILE",
					help: {
						"zh-CN": "微信支付公钥或平台证书（PEM，必填）",
						en: "WeChat Pay's key or certificate, PEM (required)",
					},
				},
				{
					name: "now",
					takes: "TIME",
					help: { "zh-CN": "以此时刻验证，默认为现在", en: "the time to check against; default: now" },
				},
				{
					name: "tolerance",
					takes: "SECONDS",
					help: { "zh-CN": "允许的时间差，默认 300 秒", en: "how far its time may be off; default: 300" },
				},
				{ name: "json", help: { "zh-CN": "以 JSON 输出", en: "print JSON" } },
			],
		},
	],
	examples: ["verify answer.http --public-key wechatpay.pem"],
	async run(session) {
		const { given, input, library, out, say } = session;
		given.atMost(1);
		const options = await readOptions(session);
		const [source = ""] = input.named(given.positionals);
		const answer = parseHttpAnswer(await input.small(source, MAX_ANSWER_BYTES));
		if (answer === undefined) {
			throw new Failure({
				"zh-CN": `${shown(source)} 不是完整的 HTTP 应答：请使用 curl --include 的输出`,
				en: `${shown(source)} is no whole HTTP answer: give the output of curl --include`,
			});
		}
		try {
			await library.verifyResponse(answer, options);
		} catch (error) {
			if (error instanceof library.AnswerError) {
				tellRefusal(session, error);
				return ExitCode.Refused;
			}
			throw error;
		}
		if (given.has("json")) {
			out.line(JSON.stringify({ verified: true }));
		} else {
			out.line(
				out.styles.good(
					say({ "zh-CN": "验签通过：会员卡已更新", en: "verified: WeChat Pay updated the card" }),
				),
			);
		}
		return ExitCode.Fine;
	},
};

async function readOptions({ api, given, input, locale }: Session): Promise<VerifyOptions> {
	const file = given.required("public-key");
	const pem = await input.small(file, MAX_KEY_BYTES);
	const key = publicKey(pem, file);
	const certificate = serialOf(pem);
	const now = given.time("now");
	const toleranceSeconds = given.wholeNumber("tolerance", 0, MAX_SECONDS);
	return {
		api,
		locale,
		...(now !== undefined && { now }),
		...(toleranceSeconds !== undefined && { toleranceSeconds }),
		verifier: (message, signature, { serial, signatureType }) => {
			if (signatureType === "WECHATPAY2-SM2-WITH-SM3") {
				throw new TypeError(`this command verifies RSA signatures, not ${signatureType}`);
			}
			const padding = constants.RSA_PKCS1_PADDING;
			const isGenuine = verifySignature("sha256", message, { key, padding }, signature);
			const isOther = certificate !== undefined && certificate !== serial.toUpperCase();
			return !isGenuine && isOther ? "unknown_key" : isGenuine;
		},
	};
}

/** A public key; that of a certificate, too. A private key is refused: it does not belong here. */
function publicKey(pem: Uint8Array, name: string): KeyObject {
	const text = Buffer.from(pem).toString("latin1");
	try {
		const key = text.includes("PRIVATE KEY") ? undefined : createPublicKey(text);
		if (key?.asymmetricKeyType === "rsa") {
			return key;
		}
	} catch {
		// Said below.
	}
	throw new Failure({
		"zh-CN": `${shown(name)} 不是 PEM 格式的 RSA 公钥或证书`,
		en: `${shown(name)} is no RSA public key or certificate in PEM`,
	});
}

/** The serial number, if that is a certificate: an answer of another one cannot be verified with it. */
function serialOf(pem: Uint8Array): string | undefined {
	try {
		return new X509Certificate(pem).serialNumber;
	} catch {
		return undefined;
	}
}

function tellRefusal(session: Session, refusal: AnswerError): void {
	const { code, message, requestId, mayHaveUpdated, explanation } = refusal;
	const { given, out } = session;
	if (given.has("json")) {
		out.data(JSON.stringify({ verified: false, code, message, requestId, mayHaveUpdated, explanation }));
		return;
	}
	out.line(`${out.styles.error(visible(message))} ${out.styles.faint(`[${code}]`)}`);
	if (explanation !== undefined) {
		tellExplanation(session, explanation);
	}
}
