import type { Localized } from "../../options/locale.js";
import type { Command, Session } from "../arguments/command.js";
import { ExitCode } from "../shared/exit-code.js";
import { Failure, untranslated } from "../shared/failure.js";
import { API_NAMES, type Api, type Migration, migrationLibrary } from "../shared/libraries.js";
import { visible } from "../terminal/visible.js";

const MAX_CARD_BYTES = 1 << 18;

/** The endpoints that cards can be migrated to. */
const TARGETS = API_NAMES.filter((name) => name.startsWith("card-member."));

export const migrate: Command = {
	name: "migrate",
	usage: "--to NAME [OPTIONS] [FILE | -]",
	summary: {
		"zh-CN": "把旧会员卡翻译为商家名片会员的请求体",
		en: "translate an older card for card-member",
	},
	about: {
		"zh-CN":
			"输入为 membercard-open 或公众号卡券会员卡的查询结果或请求体。新的请求体输出到标准输出；\n未写入的字段及原因、缺少的字段和问题输出到标准错误。请求体还不能直接发送时以 1 退出。",
		en: "Reads a response of membercard-open or of the cards of Official Accounts, or a\nbody for them. The new body goes to standard output; fields that were left out,\nmissing fields and issues go to standard error. Exits with 1 if the body is not\nvalid yet.",
	},
	flags: [
		{
			title: { "zh-CN": "选项", en: "Options" },
			flags: [
				{
					name: "to",
					takes: "NAME",
					help: {
						"zh-CN": "新接口，如 card-member.partner.create",
						en: "the new endpoint, such as card-member.partner.create",
					},
				},
				{ name: "json", help: { "zh-CN": "以 JSON 输出全部内容", en: "print everything as JSON" } },
			],
		},
	],
	examples: [
		"migrate card.json --to card-member.partner.create > new-card.json",
		"migrate card.json --to card-member.brand.update --json",
	],
	async run(session) {
		const { given, input, out } = session;
		given.atMost(1);
		given.requireAll("to");
		const api = given.oneOf("to", TARGETS) as Api;
		const [source = ""] = input.sources(given.positionals);
		const migration = migrated(await input.boundedBytes(source, MAX_CARD_BYTES), api, session);
		if (given.has("json")) {
			out.data(JSON.stringify(migration));
		} else {
			out.data(indented(migration.body));
			printResult(session, migration);
		}
		return migration.valid ? ExitCode.Success : ExitCode.Refused;
	},
};

function migrated(bytes: Uint8Array, api: Api, { locale }: Session): Migration {
	const { MigrationError, migrate } = migrationLibrary();
	try {
		return migrate(new TextDecoder().decode(bytes), { api, locale });
	} catch (error) {
		throw error instanceof MigrationError ? new Failure(untranslated(error.message)) : error;
	}
}

/** Indents a body for editing. A body with a number that JavaScript cannot represent stays as it is. */
function indented(body: string): string {
	const value: unknown = JSON.parse(body);
	return JSON.stringify(value) === body ? JSON.stringify(value, undefined, 2) : body;
}

/** Prints what a person has to check. */
function printResult(session: Session, { from, moved, given, left, missing, issues }: Migration): void {
	const { err, say } = session;
	err.line(say({ "zh-CN": `旧会员卡属于 ${from}`, en: `the older card is of ${from}` }));
	list(
		session,
		{ "zh-CN": "已写入:", en: "moved:" },
		moved.map(({ from, to, basis, note }) => {
			const unsure = basis === "inferred" ? say({ "zh-CN": "（推测）", en: " (inferred)" }) : "";
			return `${from} → ${to}${unsure}${note === undefined ? "" : `: ${note}`}`;
		}),
	);
	list(session, { "zh-CN": "已填写:", en: "filled in:" }, given);
	list(
		session,
		{ "zh-CN": "未写入:", en: "left out:" },
		left.map(({ pointer, message }) => `${pointer}: ${message}`),
	);
	list(session, { "zh-CN": "请补充:", en: "fill in:" }, missing);
	list(
		session,
		{ "zh-CN": "问题:", en: "issues:" },
		issues
			.filter(({ code }) => code !== "missing")
			.map(({ severity, pointer, message }) => `${severity} ${pointer}: ${message}`),
	);
}

function list({ err, say }: Session, title: Localized, lines: readonly string[]): void {
	if (lines.length > 0) {
		err.line(err.styles.strong(say(title)));
		for (const line of lines) {
			err.line(`  ${visible(line)}`);
		}
	}
}
