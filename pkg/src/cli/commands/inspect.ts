import { MAX_BYTES } from "../../generated/records.js";
import type { Command, Session } from "../arguments/command.js";
import { readValidation, VALIDATION } from "../options/validation.js";
import { ExitCode } from "../shared/exit-code.js";
import { UsageError } from "../shared/failure.js";
import type { Api, Library } from "../shared/libraries.js";
import type { Inspection, InspectOptions, IssueCode } from "../shared/library.js";
import { visible } from "../terminal/visible.js";

/** Longer messages are refused anyway. */
const READ = 2 * MAX_BYTES;
const MAX_TOLERANCE_SECONDS = 300;
const MAX_NONCE_LENGTH = 128;

export const inspect: Command = {
	name: "inspect",
	usage: "[OPTIONS] [FILE | -]",
	summary: { "zh-CN": "判断待签名串能否签名", en: "decide whether a message may be signed" },
	about: {
		"zh-CN":
			"只接受对指定会员卡的更新：新鲜、有效、规范。校验选项须与生成时相同，\n并给出 --card-id 或 --any-card。",
		en: "Accepts only a fresh, valid and canonical update of an expected card. Give the\nsame options as for prepare, and --card-id or --any-card.",
	},
	flags: [
		{
			title: { "zh-CN": "选项", en: "Options" },
			flags: [
				{
					name: "card-id",
					takes: "ID",
					repeats: true,
					help: { "zh-CN": "允许更新的会员卡，可重复", en: "a card that may be updated; repeatable" },
				},
				{ name: "any-card", help: { "zh-CN": "允许更新任何会员卡", en: "any card may be updated" } },
				{
					name: "tolerance",
					takes: "SECONDS",
					help: {
						"zh-CN": "允许的时间差，默认也最多 300 秒",
						en: "maximum time difference; at most 300",
					},
				},
				{
					name: "min-nonce-length",
					takes: "N",
					help: { "zh-CN": "随机串的最小长度，默认 16", en: "refuse shorter nonces; default: 16" },
				},
				{
					name: "refuse-warning",
					takes: "CODE",
					repeats: true,
					help: { "zh-CN": "另外拒绝的警告，可重复", en: "another warning to refuse; repeatable" },
				},
				{
					name: "allow-warning",
					takes: "CODE",
					repeats: true,
					help: {
						"zh-CN": "放行的警告，可重复；默认只拒绝 unknown_key",
						en: "repeatable; only unknown_key is refused by default",
					},
				},
				{ name: "json", help: { "zh-CN": "以 JSON 输出", en: "print JSON" } },
			],
		},
		VALIDATION,
	],
	examples: [
		"inspect message --card-id pbLatjvWdj0LpCAcVY8XhJFdkRpQ",
		"inspect - --any-card --json < message",
	],
	async run(session) {
		const { given, input, library, out } = session;
		given.atMost(1);
		const [source = ""] = input.sources(given.positionals);
		const options = await readOptions(session);
		const inspection = inspected(library, await input.bytes(source, READ), options);
		if (given.has("json")) {
			out.data(JSON.stringify(inspection));
		} else {
			printResult(session, inspection);
		}
		return inspection.accepted ? ExitCode.Success : ExitCode.Refused;
	},
};

/** The package checks the codes of the warnings. */
function inspected(
	{ inspectMessage }: Library,
	message: Uint8Array,
	options: InspectOptions<Api>,
): Inspection<Api> {
	try {
		return inspectMessage(message, options);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new UsageError({ "zh-CN": `警告的错误码：${reason}`, en: `the code of a warning: ${reason}` });
	}
}

async function readOptions(session: Session): Promise<InspectOptions<Api>> {
	const { given } = session;
	given.exactlyOne("card-id", "any-card");
	const { options } = await readValidation(session);
	const toleranceSeconds = given.wholeNumber("tolerance", 0, MAX_TOLERANCE_SECONDS);
	const minNonceLength = given.wholeNumber("min-nonce-length", 1, MAX_NONCE_LENGTH);
	return {
		...options,
		cardIds: given.has("any-card") ? "any" : given.values("card-id"),
		...(toleranceSeconds !== undefined && { toleranceSeconds }),
		...(minNonceLength !== undefined && { minNonceLength }),
		refuseWarnings: given.values("refuse-warning") as IssueCode[],
		allowWarnings: given.values("allow-warning") as IssueCode[],
	};
}

function printResult({ out, say }: Session, inspection: Inspection<Api>): void {
	const { styles } = out;
	if (inspection.accepted) {
		const { cardId, timestamp } = inspection;
		const time = new Date(timestamp * 1000).toISOString().replace(".000Z", "Z");
		const card = visible(cardId);
		out.line(
			styles.good(
				say({
					"zh-CN": `可以签名：更新会员卡 ${card}，${time}`,
					en: `it may be signed: an update of the card ${card}, ${time}`,
				}),
			),
		);
	} else {
		out.line(styles.error(say({ "zh-CN": "不可签名：", en: "it must not be signed:" })));
		for (const { code, message, issues } of inspection.refusals) {
			out.line(`  ${visible(message)} ${styles.faint(`[${code}]`)}`);
			for (const issue of issues) {
				out.line(
					`    ${visible(issue.pointer || "/")} ${visible(issue.message)} ${styles.faint(`[${issue.code}]`)}`,
				);
			}
		}
	}
	for (const { pointer, message, code } of inspection.warnings) {
		const word = styles.warning(say({ "zh-CN": "警告:", en: "warning:" }));
		out.line(`  ${word} ${visible(pointer || "/")} ${visible(message)} ${styles.faint(`[${code}]`)}`);
	}
}
