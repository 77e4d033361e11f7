import { HOSTS, SCHEMES } from "../../generated/records.js";
import type { Session } from "../arguments/command.js";
import type { Flag, FlagGroup } from "../arguments/flag.js";
import { type Api, isSignedByBrand, namesCard } from "../shared/libraries.js";
import type { RequestOptions, ValidateOptions } from "../shared/library.js";
import { givenCertificate } from "./certificate.js";

/** The card, who signs, and the host of a request. */
export const SENDER: FlagGroup = {
	title: { "zh-CN": "请求选项", en: "Request" },
	flags: [
		{
			name: "card-id",
			takes: "ID",
			help: { "zh-CN": "会员卡 card_id（修改时必填）", en: "the card (required for updates)" },
		},
		{
			name: "mchid",
			takes: "MCHID",
			help: { "zh-CN": "签名的商户号（商户必填）", en: "merchant number of the signer (merchants)" },
		},
		{
			name: "brand-id",
			takes: "BRAND_ID",
			help: { "zh-CN": "签名的品牌ID（品牌必填）", en: "brand ID of the signer (brands)" },
		},
		{
			name: "serial-no",
			takes: "SERIAL",
			help: {
				"zh-CN": "商户API证书序列号（或用 --cert）",
				en: "serial number of the certificate (or --cert)",
			},
		},
		{
			name: "cert",
			takes: "FILE",
			help: {
				"zh-CN": "商户API证书（PEM）：读取序列号并核对签名",
				en: "the merchant API certificate (PEM)",
			},
		},
		{
			name: "wechatpay-serial",
			takes: "SERIAL",
			help: { "zh-CN": "微信支付公钥ID或平台证书序列号", en: "WeChat Pay's public key ID, or serial number" },
		},
		{
			name: "host",
			takes: "HOST",
			help: { "zh-CN": "main（默认）或 backup", en: "main (default) or backup" },
		},
		{
			name: "scheme",
			takes: "SCHEME",
			help: {
				"zh-CN": "签名算法，默认为接口的 RSA 算法",
				en: "signature scheme; default: the endpoint's RSA",
			},
		},
	],
};

/** The same, with timestamp and nonce, for a single request. */
export const REQUEST: FlagGroup = {
	title: SENDER.title,
	flags: [
		...SENDER.flags,
		{
			name: "timestamp",
			takes: "SECONDS",
			help: { "zh-CN": "Unix 时间（秒），默认为现在", en: "Unix time; default: now" },
		},
		{ name: "nonce-str", takes: "NONCE", help: { "zh-CN": "随机串，默认随机生成", en: "default: random" } },
	],
};

/** The options of a request. */
export async function readRequest(
	session: Session,
	validation: ValidateOptions<Api>,
): Promise<RequestOptions<Api>> {
	const { api, given } = session;
	const signer = isSignedByBrand(api) ? "brand-id" : "mchid";
	const serial = given.has("cert") ? [] : ["serial-no"];
	given.requireAll(...(namesCard(api) ? ["card-id"] : []), signer, ...serial);
	given.exclusive("serial-no", "cert");
	const options: RequestOptions<Api> = {
		...validation,
		cardId: given.value("card-id") ?? "",
		mchid: given.value("mchid") ?? "",
		brandId: given.value("brand-id") ?? "",
		serialNo: (await givenCertificate(session))?.serialNumber ?? given.required("serial-no"),
	};
	const timestamp = given.wholeNumber("timestamp", 0, Number.MAX_SAFE_INTEGER);
	if (timestamp !== undefined) {
		options.timestamp = timestamp;
	}
	const nonceStr = given.value("nonce-str");
	if (nonceStr !== undefined) {
		options.nonceStr = nonceStr;
	}
	const host = given.oneOf("host", HOSTS);
	if (host !== undefined) {
		options.host = host;
	}
	const scheme = given.oneOf("scheme", SCHEMES);
	if (scheme !== undefined) {
		options.scheme = scheme;
	}
	const wechatpaySerial = given.value("wechatpay-serial");
	if (wechatpaySerial !== undefined) {
		options.wechatpaySerial = wechatpaySerial;
	}
	return options;
}

/** Machine-readable outputs of a signed request. */
export const SIGNED_OUTPUT: readonly Flag[] = [
	{
		name: "json",
		help: { "zh-CN": "以 JSON 输出，可直接交给 fetch", en: "print it as JSON, for fetch" },
	},
	{ name: "curl", help: { "zh-CN": "输出 curl 命令", en: "print a command for curl" } },
];
