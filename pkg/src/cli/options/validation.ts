import { PROFILES, UNKNOWN_KEYS } from "../../generated/records.js";
import { hostIn, isHost } from "../../validate/image-hosts.js";
import type { Session } from "../arguments/command.js";
import type { FlagGroup } from "../arguments/flag.js";
import { parseJson } from "../report/parse-json.js";
import { SourceText } from "../report/source-text.js";
import { UsageError, untranslated } from "../shared/failure.js";
import type { Api } from "../shared/libraries.js";
import type { State, UnknownKeys, ValidateOptions } from "../shared/library.js";

const MAX_STATE_BYTES = 1 << 20;

/** The options of a validation. */
export const VALIDATION: FlagGroup = {
	title: { "zh-CN": "校验选项", en: "Validation" },
	flags: [
		{
			name: "current",
			takes: "FILE",
			help: {
				"zh-CN": "会员卡的当前状态（查询接口的返回），启用相关规则",
				en: "the card as returned by GET: enables its rules",
			},
		},
		{
			name: "profile",
			takes: "PROFILE",
			help: {
				"zh-CN": "文档版本：partner（默认）或 merchant",
				en: "the official page: partner (default) or merchant",
			},
		},
		{
			name: "image-host",
			takes: "HOST",
			repeats: true,
			help: {
				"zh-CN": "允许的图片域名，可重复，取代默认值",
				en: "allow this image host instead; repeatable",
			},
		},
		{
			name: "unknown-keys",
			takes: "ACTION",
			help: {
				"zh-CN": "文档外字段：warn、refuse 或 drop",
				en: "keys not in the API: warn, refuse or drop",
			},
		},
		{
			name: "strict",
			help: { "zh-CN": "同 --unknown-keys refuse", en: "the same as --unknown-keys refuse" },
		},
		{
			name: "drop-unknown",
			help: { "zh-CN": "同 --unknown-keys drop", en: "the same as --unknown-keys drop" },
		},
		{
			name: "now",
			takes: "TIME",
			help: { "zh-CN": "以此时刻校验，默认为现在", en: "the time to check against; default: now" },
		},
		{
			name: "china-time",
			help: { "zh-CN": "请求体中的时间统一写作 +08:00", en: "write every time of the body with +08:00" },
		},
	],
};

/** Reads the options of a validation, and the text of the card's state if given. */
export async function readValidation(
	session: Session,
): Promise<{ options: ValidateOptions<Api>; state?: SourceText }> {
	const { api, given, locale } = session;
	const options: ValidateOptions<Api> = { api, locale, chinaTime: given.has("china-time") };
	const profile = given.oneOf("profile", PROFILES);
	if (profile !== undefined) {
		options.profile = profile;
	}
	const unknownKeys = readUnknownKeys(session);
	if (unknownKeys !== undefined) {
		options.unknownKeys = unknownKeys;
	}
	const now = given.time("now");
	if (now !== undefined) {
		options.now = now;
	}
	if (given.has("image-host")) {
		options.imageHosts = given.values("image-host");
		options.imageHosts.forEach(checkHost);
	}
	const current = given.value("current");
	if (current === undefined) {
		return { options };
	}
	const state = new SourceText(current, await session.input.boundedBytes(current, MAX_STATE_BYTES));
	options.current = parseJson(state) as State<Api>;
	return { options, state };
}

/** The value of `--unknown-keys` or of one of its short forms. */
function readUnknownKeys({ given }: Session): UnknownKeys | undefined {
	given.exclusive("strict", "drop-unknown", "unknown-keys");
	const short = given.has("strict") ? "refuse" : given.has("drop-unknown") ? "drop" : undefined;
	return short ?? given.oneOf("unknown-keys", UNKNOWN_KEYS);
}

/** Throws a UsageError unless this can be the host of an image's URL. */
function checkHost(host: string): void {
	if (!isHost(host)) {
		const meant = hostIn(host);
		throw new UsageError(
			{ "zh-CN": `--image-host 应为域名，不应为 ${host}`, en: `--image-host is a host, not ${host}` },
			meant === undefined ? undefined : untranslated(`--image-host ${meant}`),
		);
	}
}
