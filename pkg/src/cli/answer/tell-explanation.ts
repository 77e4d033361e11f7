import type { Session } from "../command.js";
import type { ApiErrorExplanation, Retry, SignComparison } from "../library.js";
import { visible, visibleLines } from "../terminal/visible.js";
import type { Words } from "../words.js";

const RETRY: Record<Retry["kind"], Words> = {
	never: { "zh-CN": "不要原样重试", en: "no, not as it is" },
	same_parameters: { "zh-CN": "以相同参数重新签名后重试", en: "with the same parameters, signed anew" },
	backup_host: { "zh-CN": "重新签名后改用备用域名重试一次", en: "once, on the other host, signed anew" },
	wait: { "zh-CN": "稍后重新签名再试", en: "after a pause, signed anew" },
};

/** Tells what an error answer means and what to do. */
export function tellExplanation({ out, say }: Session, explanation: ApiErrorExplanation): void {
	const { styles } = out;
	const { status, code, message, title, action, fields, parameters, detail, retry, checklist } = explanation;
	const row = (label: Words, text: string) => out.line(`  ${styles.strong(say(label))} ${visible(text)}`);
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
	for (const item of checklist) {
		out.line(`  - ${visible(item)}`);
	}
}

/** Tells in which lines the message that was signed differs from the one that WeChat Pay built. */
export function tellComparison({ out, say }: Session, { equal, differences, length }: SignComparison): void {
	const { styles } = out;
	out.line(
		say(
			equal
				? {
						"zh-CN": "待签名串与微信支付构造的一致：请检查私钥、证书序列号和商户号",
						en: "The message is the one that WeChat Pay built: look at the key, the certificate and the mchid",
					}
				: {
						"zh-CN": "待签名串与微信支付构造的不同：",
						en: "The message differs from the one that WeChat Pay built:",
					},
		),
	);
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
