import type { Command, Session } from "../arguments/command.js";
import { displayName } from "../input/input.js";
import { parseHttpResponse } from "../response/http-response.js";
import { printRefusal } from "../response/print-refusal.js";
import { readVerifier, VERIFIER } from "../response/verifier.js";
import { ExitCode } from "../shared/exit-code.js";
import { Failure } from "../shared/failure.js";
import type { Api } from "../shared/libraries.js";
import type { VerifyOptions } from "../shared/library.js";

const MAX_RESPONSE_BYTES = 1 << 20;

export const verify: Command = {
	name: "verify",
	usage: "[OPTIONS] [FILE | -]",
	summary: { "zh-CN": "验证应答的签名和结果", en: "verify a response and its outcome" },
	about: {
		"zh-CN": "输入为 curl --include 的完整输出。以 0 退出表示：应答确由微信支付签发，\n且会员卡已更新。",
		en: "Reads the output of curl --include. It exits with 0 only if WeChat Pay signed\nthe response, and the response says that the card was updated.",
	},
	flags: [
		{
			title: { "zh-CN": "选项", en: "Options" },
			flags: [
				...VERIFIER,
				{
					name: "now",
					takes: "TIME",
					help: { "zh-CN": "以此时刻验证，默认为现在", en: "the time to check against; default: now" },
				},
				{ name: "json", help: { "zh-CN": "以 JSON 输出", en: "print JSON" } },
			],
		},
	],
	examples: ["verify response.http --public-key wechatpay.pem"],
	async run(session) {
		const { given, input, library, out, say } = session;
		given.atMost(1);
		const options = await readOptions(session);
		const [source = ""] = input.sources(given.positionals);
		const response = parseHttpResponse(await input.boundedBytes(source, MAX_RESPONSE_BYTES));
		if (response === undefined) {
			throw new Failure({
				"zh-CN": `${displayName(source)} 不是完整的 HTTP 应答：请使用 curl --include 的输出`,
				en: `${displayName(source)} is no whole HTTP response: give the output of curl --include`,
			});
		}
		try {
			await library.verifyResponse(response, options);
		} catch (error) {
			if (error instanceof library.ResponseError) {
				printRefusal(session, error, { verified: false });
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
		return ExitCode.Success;
	},
};

async function readOptions(session: Session): Promise<VerifyOptions<Api>> {
	const { api, given, locale } = session;
	const read = await readVerifier(session);
	const now = given.time("now");
	return { api, locale, ...read, ...(now !== undefined && { now }) };
}
