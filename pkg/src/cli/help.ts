import type { Localized } from "../options/locale.js";
import type { Command, Session } from "./arguments/command.js";
import type { Flag, FlagGroup } from "./arguments/flag.js";
import { COMMANDS } from "./commands/index.js";
import { COMMON } from "./options/common.js";
import { version } from "./shared/library.js";
import type { Output } from "./terminal/output.js";
import { padded, widthOf } from "./terminal/width.js";

export const PROGRAM = "wechatpay-membercard";

const EXIT_CODES: readonly (readonly [code: string, meaning: Localized])[] = [
	["0", { "zh-CN": "一切正常", en: "success" }],
	["1", { "zh-CN": "无效、不可签名或验证未通过", en: "not valid, not to be signed, or not verified" }],
	["2", { "zh-CN": "用法错误、无法读取或无法签名", en: "wrong usage, unreadable input, or no signature" }],
	["130, 141", { "zh-CN": "被 Ctrl+C 中断；输出无人读取", en: "ended by Ctrl+C; the output was closed" }],
];

type Say = Session["say"];

/** Prints the help of the program. */
export function printHelp(out: Output, say: Say): void {
	heading(
		out,
		say({ "zh-CN": "用法", en: "Usage" }),
		`${PROGRAM} ${say({ "zh-CN": "命令 [选项]", en: "COMMAND [OPTIONS]" })}`,
	);
	out.line();
	out.line(
		say({
			"zh-CN": `微信支付会员卡模板更新：校验、生成请求、验证应答。版本 ${version()}`,
			en: `Updates of WeChat Pay membership cards: validated, prepared, verified. Version ${version()}`,
		}),
	);
	table(out, say({ "zh-CN": "命令", en: "Commands" }), [
		...COMMANDS.map(({ name, summary }) => [name, say(summary)] as const),
		[
			"completion",
			say({ "zh-CN": "输出 bash、zsh 或 fish 的补全脚本", en: "print a completion script for a shell" }),
		],
	]);
	flagTable(out, say, COMMON);
	table(
		out,
		say({ "zh-CN": "退出码", en: "Exit codes" }),
		EXIT_CODES.map(([code, meaning]) => [code, say(meaning)]),
	);
	out.line();
	out.line(say({ "zh-CN": `各命令的帮助：${PROGRAM} 命令 --help`, en: `More: ${PROGRAM} COMMAND --help` }));
}

/** Prints the help of a command. */
export function printCommandHelp(
	out: Output,
	say: Say,
	{ name, usage, about, summary, flags, examples }: Command,
): void {
	heading(out, say({ "zh-CN": "用法", en: "Usage" }), `${PROGRAM} ${name} ${usage}`);
	out.line();
	out.line(
		say({
			"zh-CN": `${summary["zh-CN"]}。`,
			en: `${summary.en.charAt(0).toUpperCase()}${summary.en.slice(1)}.`,
		}),
	);
	out.line(say(about));
	for (const group of [...flags, COMMON]) {
		flagTable(out, say, group);
	}
	out.line();
	out.line(`${out.styles.strong(say({ "zh-CN": "示例", en: "Examples" }))}:`);
	for (const example of examples) {
		out.line(`  ${PROGRAM} ${example}`);
	}
}

function heading(out: Output, title: string, text: string): void {
	out.line(`${out.styles.strong(title)}: ${text}`);
}

function flagTable(out: Output, say: Say, { title, flags }: FlagGroup): void {
	table(
		out,
		say(title),
		flags.map((flag) => [synopsis(flag), say(flag.help)]),
	);
}

function synopsis({ name, short, takes }: Flag): string {
	return `${short ? `-${short}, ` : "    "}--${name}${takes ? ` ${takes}` : ""}`;
}

function table(out: Output, title: string, rows: readonly (readonly [string, string])[]): void {
	const width = Math.max(...rows.map(([left]) => widthOf(left)));
	out.line();
	out.line(`${out.styles.strong(title)}:`);
	for (const [left, right] of rows) {
		out.line(`  ${padded(left, width)}  ${right}`);
	}
}
