import type { Session } from "../arguments/command.js";
import type { Failure } from "../shared/failure.js";
import type { Words } from "../shared/words.js";
import type { Output } from "../terminal/output.js";
import { visible } from "../terminal/visible.js";

/** Says why something could not be done, and what may help. */
export function tellFailure(output: Output, say: Session["say"], failure: Failure): void {
	const { styles } = output;
	output.line(`${styles.error(say({ "zh-CN": "错误:", en: "error:" }))} ${visible(say(failure.words))}`);
	tellHint(output, say, failure.hint);
}

/** Says what may help, if anything may. */
export function tellHint(output: Output, say: Session["say"], hint: Words | undefined): void {
	if (hint !== undefined) {
		output.line(`${output.styles.strong(say({ "zh-CN": "提示:", en: "hint:" }))} ${visible(say(hint))}`);
	}
}
