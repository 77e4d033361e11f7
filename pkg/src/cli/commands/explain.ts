import type { Command } from "../arguments/command.js";
import { responseOf } from "../response/http-response.js";
import { printExplanation } from "../response/print-explanation.js";
import { ExitCode } from "../shared/exit-code.js";
import { compareSignInformation } from "../shared/library.js";

const MAX_RESPONSE_BYTES = 1 << 20;

export const explain: Command = {
	name: "explain",
	usage: "[OPTIONS] [FILE | -]",
	summary: { "zh-CN": "解释微信支付的错误应答", en: "explain an error response of WeChat Pay" },
	about: {
		"zh-CN": "输入为 curl --include 的完整输出，或仅应答体（配合 --status）。\n不验证应答的真伪。",
		en: "Reads the output of curl --include, or the body alone with --status. It says\nnothing about whether the response is genuine.",
	},
	flags: [
		{
			title: { "zh-CN": "选项", en: "Options" },
			flags: [
				{
					name: "status",
					takes: "STATUS",
					help: {
						"zh-CN": "HTTP 状态码，输入仅为应答体",
						en: "the HTTP status; the input is the body alone",
					},
				},
				{
					name: "message",
					takes: "FILE",
					help: {
						"zh-CN": "签名的串，与微信支付构造的对比",
						en: "the signed message, to compare",
					},
				},
				{ name: "json", help: { "zh-CN": "以 JSON 输出", en: "print JSON" } },
			],
		},
	],
	examples: [
		"explain response.http",
		"explain body.json --status 400",
		"explain response.http --message message",
	],
	async run(session) {
		const { api, given, input, library, locale, out } = session;
		given.atMost(1);
		const status = given.wholeNumber("status", 100, 999);
		const [source = ""] = input.sources(given.positionals);
		const response = responseOf(await input.boundedBytes(source, MAX_RESPONSE_BYTES), status);
		const explanation = library.explainError(response, { api, locale });
		const file = given.value("message");
		const { signInformation } = explanation;
		const message = file === undefined ? undefined : await input.boundedBytes(file, MAX_RESPONSE_BYTES);
		const comparison =
			signInformation && message
				? compareSignInformation(signInformation, Buffer.from(message).toString())
				: undefined;
		if (given.has("json")) {
			out.data(JSON.stringify({ ...explanation, ...(comparison && { comparison }) }));
			return ExitCode.Success;
		}
		printExplanation(session, explanation, comparison);
		return ExitCode.Success;
	},
};
