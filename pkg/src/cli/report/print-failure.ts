import type { Localized } from "../../options/locale.js";
import type { Session } from "../arguments/command.js";
import type { Failure } from "../shared/failure.js";
import type { Output } from "../terminal/output.js";
import { visible } from "../terminal/visible.js";

/** Prints a failure and its hint. */
export function printFailure(output: Output, say: Session["say"], failure: Failure): void {
	const { styles } = output;
	output.line(`${styles.error(say({ "zh-CN": "错误:", en: "error:" }))} ${visible(say(failure.words))}`);
	printHint(output, say, failure.hint);
}

/** Prints a hint, if there is one. */
export function printHint(output: Output, say: Session["say"], hint: Localized | undefined): void {
	if (hint !== undefined) {
		output.line(`${output.styles.strong(say({ "zh-CN": "提示:", en: "hint:" }))} ${visible(say(hint))}`);
	}
}
