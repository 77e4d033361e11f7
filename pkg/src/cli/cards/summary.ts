import type { Localized } from "../../options/locale.js";
import { ExitCode } from "../shared/exit-code.js";
import type { JobResult } from "./validate-cards.js";

/** The counts in words. */
export function summary({ tally, interrupted }: JobResult): Localized {
	const { cards, invalid, errors, warnings, unreadable } = tally;
	const chinese = (count: number) => count.toLocaleString("zh-CN");
	const english = (count: number, noun: string, plural = `${noun}s`) =>
		`${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
	return {
		"zh-CN": [
			interrupted ? "已中断：" : "",
			`共 ${chinese(cards)} 张卡，${chinese(invalid)} 张无效；`,
			`${chinese(errors)} 个错误，${chinese(warnings)} 个警告`,
			unreadable > 0 ? `；${chinese(unreadable)} 个文件无法读取` : "",
		].join(""),
		en: [
			interrupted ? "interrupted: " : "",
			`${english(cards, "card")}, ${english(invalid, "not valid", "not valid")}; `,
			`${english(errors, "error")}, ${english(warnings, "warning")}`,
			unreadable > 0 ? `; ${english(unreadable, "file")} could not be read` : "",
		].join(""),
	};
}

/** The exit code for a result. */
export function exitCodeOf({ tally, interrupted }: JobResult, warningsAreErrors = false): ExitCode {
	if (interrupted) {
		return ExitCode.Interrupted;
	}
	if (tally.unreadable > 0) {
		return ExitCode.Failed;
	}
	return tally.invalid > 0 || (warningsAreErrors && tally.warnings > 0) ? ExitCode.Refused : ExitCode.Success;
}
