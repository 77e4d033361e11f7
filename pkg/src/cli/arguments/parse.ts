import { parseArgs } from "node:util";
import { UsageError } from "../shared/failure.js";
import { Arguments } from "./arguments.js";
import { didYouMean } from "./did-you-mean.js";
import type { Flag } from "./flag.js";

interface Token {
	kind: "option" | "positional" | "option-terminator";
	name?: string;
	rawName?: string;
	value?: string | boolean | undefined;
	inlineValue?: boolean | undefined;
}

/**
 * Parses a command line. A problem is returned, not thrown, because the language of its message may be one of the
 * arguments.
 */
export function parse(
	words: readonly string[],
	flags: readonly Flag[],
): { given: Arguments; problem?: UsageError } {
	const { tokens } = parseArgs({
		args: [...words],
		strict: false,
		allowPositionals: true,
		tokens: true,
		options: Object.fromEntries(
			flags.map(({ name, short, takes }) => [
				name,
				{ type: takes === undefined ? "boolean" : "string", ...(short && { short }) } as const,
			]),
		),
	});
	const given = new Arguments();
	const problems: UsageError[] = [];
	for (const token of tokens as Token[]) {
		if (token.kind === "positional") {
			given.positionals.push(String(token.value));
		} else if (token.kind === "option") {
			const flag = flags.find(({ name }) => name === token.name);
			const problem = flag === undefined ? unknown(token, flags) : wrongValue(token, flag);
			if (problem !== undefined) {
				problems.push(problem);
			} else if (flag !== undefined) {
				given.add(flag, typeof token.value === "string" ? token.value : undefined);
			}
		}
	}
	return { given, ...(problems[0] && { problem: problems[0] }) };
}

function unknown({ rawName = "" }: Token, flags: readonly Flag[]): UsageError {
	const known = flags.map(({ name }) => `--${name}`);
	return new UsageError(
		{ "zh-CN": `没有选项 ${rawName}`, en: `there is no option ${rawName}` },
		didYouMean(rawName, known),
	);
}

function wrongValue({ rawName = "", value, inlineValue }: Token, flag: Flag): UsageError | undefined {
	if (flag.takes === undefined) {
		return value === undefined
			? undefined
			: new UsageError({ "zh-CN": `选项 ${rawName} 不带值`, en: `the option ${rawName} takes no value` });
	}
	if (value === undefined) {
		return new UsageError({
			"zh-CN": `选项 ${rawName} 缺少值：${rawName} ${flag.takes}`,
			en: `the option ${rawName} lacks its value: ${rawName} ${flag.takes}`,
		});
	}
	// In `--key --json` the value is missing. A lone dash is standard input.
	if (!inlineValue && typeof value === "string" && /^-./.test(value)) {
		return new UsageError(
			{
				"zh-CN": `选项 ${rawName} 的值不应为 ${value}`,
				en: `the option ${rawName} has ${value} for a value`,
			},
			{
				"zh-CN": `如确需此值，请写作 --${flag.name}=${value}`,
				en: `if that is meant, write --${flag.name}=${value}`,
			},
		);
	}
	return undefined;
}
