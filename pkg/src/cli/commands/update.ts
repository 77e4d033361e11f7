import { MAX_BYTES } from "../../generated/records.js";
import type { Command, Session } from "../arguments/command.js";
import { readRequest, SENDER } from "../options/request.js";
import { readValidation, VALIDATION } from "../options/validation.js";
import { parseJson } from "../report/parse-json.js";
import { printIssues } from "../report/print-issues.js";
import { SourceText } from "../report/source-text.js";
import { ExitCode } from "../shared/exit-code.js";
import { UsageError } from "../shared/failure.js";
import { namesCard, queryNamesBrand } from "../shared/libraries.js";
import type { CardUpdateOutcome, Issue, UpdateApi } from "../shared/library.js";
import { exchange, readExchange, VERIFICATION } from "../signing/exchange.js";
import { SIGNER } from "../signing/signer.js";
import { visible } from "../terminal/visible.js";

/** Codes of what `JSON.parse` ignores or changes. */
const LOST_IN_PARSING: readonly string[] = ["duplicate_key", "ambiguous_key", "inexact_number"];

export const update: Command = {
	name: "update",
	usage: "[OPTIONS] [FILE | -]",
	summary: { "zh-CN": "把会员卡改成文件中的样子", en: "change a card to match a file" },
	about: {
		"zh-CN":
			"查询会员卡，与文件比较，按其当前状态校验，只发送有变化的字段；没有变化则不发送。\n结果不明时再查询一次。文件可以是 fetch 输出并修改过的会员卡。",
		en: "Reads the card, compares it with the file, validates the difference, and sends\nonly that, or nothing if there is none. If the outcome is unknown, it reads the\ncard once more. The file may be an edited output of fetch.",
	},
	flags: [
		SIGNER,
		SENDER,
		VERIFICATION,
		{
			title: { "zh-CN": "输出选项", en: "Output" },
			flags: [{ name: "json", help: { "zh-CN": "以 JSON 输出", en: "print JSON" } }],
		},
		{ ...VALIDATION, flags: VALIDATION.flags.filter(({ name }) => name !== "current") },
	],
	examples: ["update card.json --card-id … --mchid … --serial-no … --key key.pem --public-key wechatpay.pem"],
	async run(session) {
		const { api, given, input, library, err, say } = session;
		given.atMost(1);
		if (!namesCard(api)) {
			throw new UsageError({
				"zh-CN": `${api} 创建会员卡，不修改`,
				en: `${api} creates cards, and changes none`,
			});
		}
		const { options: validation } = await readValidation(session);
		const request = await readRequest(session, validation);
		const { signer, options } = await readExchange(session);
		const [source = ""] = input.sources(given.positionals);
		const text = new SourceText(source, await input.boundedBytes(source, MAX_BYTES));
		const print = (issues: readonly Issue[]) => printIssues(err, say, issues, text);
		const payload = parseJson(text);
		const { issues } = library.validateJson(text.text, validation);
		const lost = issues.filter(({ code }) => LOST_IN_PARSING.includes(code));
		if (lost.length > 0) {
			print(lost);
			return ExitCode.Refused;
		}
		const { brandId, ...asked } = request;
		const names = (payload as { brand_id?: unknown } | null)?.brand_id;
		if (queryNamesBrand(api) && typeof names !== "string") {
			given.requireAll("brand-id");
		}
		return exchange(
			session,
			async () => {
				const named = brandId === "" ? asked : request;
				const wished = { ...named, payload, signer } as Parameters<typeof library.updateCard>[0];
				const outcome = await library.updateCard(wished, options as Parameters<typeof library.updateCard>[1]);
				print(outcome.issues);
				await err.flush();
				printOutcome(session, outcome);
				return ExitCode.Success;
			},
			print,
		);
	},
};

function printOutcome({ given, out, say }: Session, outcome: CardUpdateOutcome<UpdateApi>): void {
	if (given.has("json")) {
		const { issues, ...data } = outcome;
		out.data(JSON.stringify({ done: true, ...data }));
		return;
	}
	const fields = outcome.changes.filter(({ sent }) => sent).map(({ pointer }) => visible(pointer));
	out.line(
		out.styles.good(
			outcome.status === "unchanged"
				? say({ "zh-CN": "会员卡没有变化，未发送更新", en: "no changes, nothing was sent" })
				: say({
						"zh-CN": `会员卡已更新：${fields.join("、")}`,
						en: `WeChat Pay updated the card: ${fields.join(", ")}`,
					}),
		),
	);
}
