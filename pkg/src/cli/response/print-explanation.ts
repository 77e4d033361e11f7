import type { Localized } from "../../options/locale.js";
import type { Session } from "../arguments/command.js";
import type { ApiErrorExplanation, Retry, SignComparison } from "../shared/library.js";
import { visible, visibleLines } from "../terminal/visible.js";

const RETRY: Record<Retry["kind"], Localized> = {
	never: { "zh-CN": "不要原样重试", en: "no, not as it is" },
	same_parameters: { "zh-CN": "以相同参数重新签名后重试", en: "with the same parameters, signed anew" },
	backup_host: { "zh-CN": "重新签名后改用备用域名重试一次", en: "once, on the other host, signed anew" },
	wait: { "zh-CN": "稍后重新签名再试", en: "after a pause, signed anew" },
};

/**
 * Prints what an error response means and what to do. A comparison of the signed messages comes before the checklist.
 */
export function printExplanation(
	session: Session,
	explanation: ApiErrorExplanation,
	comparison?: SignComparison,
): void {
	const { out, say } = session;
	const { styles } = out;
	const { status, code, message, title, action, fields, parameters, detail, retry, checklist } = explanation;
	const row = (label: Localized, text: string) => out.line(`  ${styles.strong(say(label))} ${visible(text)}`);
	const head = [`HTTP ${status}`, code].filter(Boolean).join(" ");
	out.line(`${styles.error(visible(head))} ${visible(title)}`);
	if (message !== undefined) {
		row({ "zh-CN": "微信支付返回:", en: "WeChat Pay says:" }, message);
	}
	row({ "zh-CN": "处理建议:", en: "what to do:" }, action);
	const places = [...fields.map(({ pointer }) => pointer), ...parameters];
	if (places.length > 0) {
		row({ "zh-CN": "相关字段:", en: "look at:" }, places.join("  "));
	}
	if (detail?.value !== undefined) {
		row({ "zh-CN": "被拒绝的值:", en: "the refused value:" }, detail.value);
	}
	row({ "zh-CN": "重试:", en: "retry:" }, say(RETRY[retry.kind]));
	if (comparison !== undefined) {
		printComparison(session, comparison);
	}
	for (const item of checklist) {
		out.line(`  - ${visible(item)}`);
	}
}

/** Prints the lines in which the signed message differs from the one that WeChat Pay built. */
function printComparison({ out, say }: Session, comparison: SignComparison): void {
	const { styles } = out;
	const { differences, length } = comparison;
	out.line(say(summaryOf(comparison)));
	for (const { line, ours, theirs } of differences) {
		out.line(`  ${styles.strong(line)}`);
		out.line(`    ${say({ "zh-CN": "我方:", en: "ours:  " })} ${visibleLines(ours)}`);
		out.line(`    ${say({ "zh-CN": "对方:", en: "theirs:" })} ${visibleLines(theirs)}`);
	}
	if (length !== undefined && !length.equal) {
		out.line(
			say({
				"zh-CN": `  长度：对方 ${length.theirs}，我方 ${length.ourBytes} 字节`,
				en: `  length: theirs ${length.theirs}, ours ${length.ourBytes} bytes`,
			}),
		);
	}
}

function summaryOf({ equal, length }: SignComparison): Localized {
	if (!equal) {
		return {
			"zh-CN": "待签名串与微信支付构造的不同：",
			en: "The message differs from the one that WeChat Pay built:",
		};
	}
	if (length?.maybeNotUtf8) {
		const { theirs, ourBytes } = length;
		return {
			"zh-CN": `微信支付报告的长度 ${theirs} 是我方的字符数，而非 UTF-8 字节数（${ourBytes}）：请先确认请求体以 UTF-8 发送，若以 ISO-8859-1 发送，每个汉字会变成“?”；若确为 UTF-8，请检查私钥、证书序列号和商户号`,
			en: `WeChat Pay reports a length of ${theirs}, which is ours in characters, not in bytes of UTF-8 (${ourBytes}): check first that the body was sent as UTF-8, because ISO-8859-1 turns each Chinese character into "?"; if it was, look at the key, the certificate and the mchid`,
		};
	}
	return {
		"zh-CN": "待签名串与微信支付构造的一致：请检查私钥、证书序列号和商户号",
		en: "The message is the one that WeChat Pay built: look at the key, the certificate and the mchid",
	};
}
