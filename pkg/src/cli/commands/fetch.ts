import type { Command } from "../arguments/command.js";
import { readRequest, SENDER } from "../options/request.js";
import { printDiagnostic } from "../report/print-diagnostics.js";
import { ExitCode } from "../shared/exit-code.js";
import { queryNamesBrand } from "../shared/libraries.js";
import { exchange, readExchange, VERIFICATION } from "../signing/exchange.js";
import { SIGNER } from "../signing/signer.js";

export const fetch: Command = {
	name: "fetch",
	usage: "[OPTIONS]",
	summary: { "zh-CN": "查询会员卡的当前状态", en: "read a card's current state" },
	about: {
		"zh-CN": "向微信支付发送已签名的查询请求，验签后以 JSON 输出会员卡，\n供其他命令的 --current 使用。",
		en: "Sends a signed request to WeChat Pay, verifies the response, and prints the card\nas JSON, for --current of other commands.",
	},
	flags: [
		SIGNER,
		SENDER,
		VERIFICATION,
		{
			title: { "zh-CN": "输出选项", en: "Output" },
			flags: [{ name: "json", help: { "zh-CN": "失败时也输出 JSON", en: "also print failures as JSON" } }],
		},
	],
	examples: [
		"fetch --card-id … --mchid … --serial-no … --key key.pem --public-key wechatpay.pem > now.json",
		"fetch --api card-member.partner.update --brand-id 1004 --card-id … --mchid … …",
	],
	async run(session) {
		const { api, given, library, locale, out, err, say } = session;
		given.atMost(0);
		given.requireAll("card-id", ...(queryNamesBrand(api) ? ["brand-id"] : []));
		const cardId = given.required("card-id");
		const request = await readRequest(session, { api, locale });
		const { signer, options } = await readExchange(session);
		return exchange(
			session,
			async () => {
				const card = await library.fetchCard({ ...request, cardId, signer }, options);
				out.data(JSON.stringify(card, undefined, 2));
				return ExitCode.Success;
			},
			(issues) => {
				for (const issue of issues) {
					printDiagnostic(err, say, issue, issue.pointer.replace("/", "--").replaceAll("_", "-"));
				}
			},
		);
	},
};
