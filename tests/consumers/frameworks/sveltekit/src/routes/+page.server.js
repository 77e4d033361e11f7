import { validate } from "wechatpay-membercard";

export function load() {
	const [issue] = validate({ title: "一二三四五六七八九十一二" }).issues;
	return { message: issue.message };
}
