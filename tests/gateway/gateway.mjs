/**
 * A stand-in for WeChat Pay on loopback. It shares no code with the package: it parses `Authorization`, verifies the
 * signature over the bytes that came in, and signs its answers, all by itself.
 *
 * It does what the API's pages say, and what developers report where they say nothing, such as the 406 to a language that is
 * none. How a repeated nonce is refused is an assumption, and so is that a PATCH replaces objects as a whole.
 */

import { randomBytes, sign, verify } from "node:crypto";
import { createServer } from "node:http";
import { URL } from "node:url";

const TOLERANCE_SECONDS = 300;
const MAX_BODY = 1 << 20;
const PARAMETERS = ["nonce_str", "signature", "timestamp", "serial_no"];
const CARD_ID = /^[A-Za-z0-9_-]{1,32}$/;
const BAD_BODY = { status: 400, code: "PARAM_ERROR", message: "参数错误" };
const LANGUAGES = [undefined, "en", "zh-CN", "zh-HK", "zh-TW"];

/** The signers: scheme and parameter of the header `Authorization`. */
const MERCHANT = { scheme: "WECHATPAY2-SHA256-RSA2048", identity: "mchid" };
const BRAND = { scheme: "WECHATPAY-BRAND-SHA256-RSA2048", identity: "brand_id" };

/** The endpoints: signer, path and effect. */
const ENDPOINTS = [
	...endpointsOf("/v3/marketing/membercard-open/cards", { ...MERCHANT, changed: { status: 204 } }),
	...endpointsOf("/v3/brand/partner/card-member/cards", { ...MERCHANT, isOfBrand: true, query: "brand_id" }),
	...endpointsOf("/brand/card-member/cards", { ...BRAND, needsSerial: true }),
];

/** Hosts that the package sends to. */
export const MAIN = "api.mch.weixin.qq.com";
export const BACKUP = "api2.mch.weixin.qq.com";

/**
 * Starts a gateway.
 *
 * - `merchant`: `{ mchid, serialNo, publicKey }`
 * - `brand`: `{ brandId, serialNo, publicKey }`, if a brand signs, too
 * - `cards`: the cards that there are, by id; an update of another card is taken as well, and changes nothing
 * - `platform`: `{ serial, privateKey }`, which answers are signed with
 *
 * `gateway.answers` is a queue: each request takes what it is to be answered with from it, or else is answered as it
 * deserves. An answer is an object that `faults` describes, or one with a `status`, and perhaps `code`, `message`,
 * `detail` or `text`. `gateway.requests` holds what came in; `gateway.updates` the bodies of the updates and
 * creations that were carried out. An answer with `lost` is written after the request was carried out.
 */
export async function startGateway({ merchant, brand, platform, cards = {}, clock = Date.now }) {
	const gateway = { answers: [], requests: [], updates: [], cards: structuredClone(cards), url: "", close };
	const nonces = new Set();
	const server = createServer((request, response) => {
		handle(request, response).catch((error) => response.destroy(error));
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	gateway.url = `http://127.0.0.1:${server.address().port}`;
	return gateway;

	async function handle(request, response) {
		const body = await read(request);
		gateway.requests.push({ method: request.method, url: request.url, headers: request.headers, body });
		const answer = gateway.answers.shift() ?? {};
		if (answer.hang) {
			return;
		}
		const refusal = answer.text === undefined || answer.lost ? refusalOf(request, body) : undefined;
		const isRefused = refusal !== undefined || (answer.status ?? 204) !== 204;
		const done = isRefused && !answer.lost ? {} : carryOut(request, body);
		write(response, refusal ?? { ...done, ...answer });
	}

	/** Executes a request, and returns the response. */
	function carryOut({ method, url }, body) {
		const { endpoint, cardId } = endpointOf(method, url);
		if (method === "GET") {
			const card = gateway.cards[cardId];
			return card === undefined ? NOT_FOUND : { status: 200, text: JSON.stringify(card) };
		}
		const given = JSON.parse(body.toString("utf8"));
		if (method === "POST") {
			return create(given);
		}
		gateway.updates.push(body.toString("utf8"));
		const card = gateway.cards[cardId] ?? {};
		Object.assign(card, given);
		return endpoint.changed ?? { status: 200, text: JSON.stringify({ card_id: cardId, ...card }) };
	}

	/** A repeated number creates nothing. */
	function create(given) {
		const { out_request_no } = given;
		if (Object.values(gateway.cards).some((card) => card.out_request_no === out_request_no)) {
			return { status: 400, code: "PARAM_ERROR", message: "商家请求单号重复" };
		}
		gateway.updates.push(JSON.stringify(given));
		const card_id = `p${randomBytes(14).toString("hex").slice(0, 27)}`;
		gateway.cards[card_id] = { card_id, ...given };
		return { status: 200, text: JSON.stringify(gateway.cards[card_id]) };
	}

	/** Why a request is refused, if it must be. */
	function refusalOf({ method, url, headers }, body) {
		if (headers.accept === undefined || headers["user-agent"] === undefined) {
			return { status: 400, code: "INVALID_REQUEST", message: "Http头缺少Accept或User-Agent" };
		}
		if (!LANGUAGES.includes(headers["accept-language"])) {
			return { status: 406, text: "" };
		}
		const type = method === "GET" ? undefined : "application/json";
		if (headers.accept !== "application/json" || headers["content-type"] !== type) {
			return { status: 400, code: "INVALID_REQUEST", message: "HTTP 请求不符合微信支付 APIv3 接口规则" };
		}
		const { endpoint, isPath } = endpointOf(method, url);
		if (endpoint === undefined) {
			return { status: isPath ? 405 : 404, text: "" };
		}
		if (endpoint.needsSerial && headers["wechatpay-serial"] !== platform.serial) {
			return { status: 400, code: "PARAM_ERROR", message: "Http header中缺少必填参数Wechatpay-Serial" };
		}
		const authorization = parseAuthorization(headers.authorization ?? "", endpoint);
		if (authorization === undefined) {
			return { status: 401, code: "SIGN_ERROR", message: "Http头Authorization值格式错误" };
		}
		return (
			checkSignature(authorization, endpoint, { method, url }, body) ??
			(method === "GET" ? checkNoBody(body) : checkBody(body, endpoint))
		);
	}

	function checkSignature(authorization, endpoint, { method, url }, body) {
		const { nonce_str, signature, timestamp, serial_no } = authorization;
		if (Math.abs(clock() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) {
			return {
				status: 401,
				code: "SIGN_ERROR",
				message: "Http头Authorization中的timestamp与发起请求的时间不得超过5分钟",
			};
		}
		const signer = endpoint.identity === "mchid" ? merchant : brand;
		const number = endpoint.identity === "mchid" ? merchant.mchid : brand?.brandId;
		if (authorization[endpoint.identity] !== number || serial_no !== signer?.serialNo) {
			return { status: 401, code: "SIGN_ERROR", message: "商户证书序列号有误" };
		}
		const head = `${method}\n${url}\n${timestamp}\n${nonce_str}\n`;
		const message = Buffer.concat([Buffer.from(head), body, Buffer.from("\n")]);
		if (!verify("sha256", message, signer.publicKey, Buffer.from(signature, "base64"))) {
			return {
				status: 401,
				code: "SIGN_ERROR",
				message: "错误的签名，验签失败",
				detail: {
					detail: { issue: "sign not match" },
					field: "signature",
					location: "authorization",
					sign_information: {
						method,
						sign_message_length: message.length,
						truncated_sign_message: `${head}${[...body.toString("utf8")].slice(0, 8).join("")}\n`,
						url,
					},
				},
			};
		}
		if (nonces.has(nonce_str)) {
			return { status: 401, code: "SIGN_ERROR", message: "签名错误，请检查后再试" };
		}
		nonces.add(nonce_str);
	}

	function write(response, { status, code, message, detail, text, ...how }) {
		const body = Buffer.from(text ?? (code === undefined ? "" : JSON.stringify({ code, message, detail })));
		const timestamp = String(Math.floor(clock() / 1000) + (how.shift ?? 0));
		const nonce = randomBytes(16).toString("hex");
		const signed = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from("\n")]);
		const genuine = sign("sha256", signed, platform.privateKey).toString("base64");
		response.statusCode = status;
		response.setHeader(
			"Request-ID",
			`08${randomBytes(20).toString("hex").toUpperCase()}-${status < 300 ? 0 : 1}`,
		);
		if (how.signed ?? status < 300) {
			response.setHeader("Wechatpay-Timestamp", timestamp);
			response.setHeader("Wechatpay-Nonce", nonce);
			response.setHeader("Wechatpay-Serial", platform.serial);
			response.setHeader("Wechatpay-Signature", how.signature?.(genuine) ?? genuine);
			response.setHeader("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
		}
		for (const [name, value] of Object.entries(how.headers ?? {})) {
			response.setHeader(name, value);
		}
		if (how.cut) {
			response.setHeader("Content-Length", body.length + 100);
			response.write(body);
			setImmediate(() => response.destroy());
		} else {
			response.end(body);
		}
	}

	function close() {
		return new Promise((resolve) => {
			server.close(resolve);
			server.closeAllConnections();
		});
	}
}

/** Faulty and late responses. */
export const faults = {
	/** No answer at all. */
	slow: { hang: true },
	/** The update is carried out, but the connection breaks while the answer is on its way. */
	cut: { status: 200, text: "{", cut: true },
	/** The same, after the request was executed. */
	lost: { status: 200, text: "{", cut: true, lost: true },
	/** A wrong signature, to see whether it is rejected. */
	probe: { signature: (genuine) => `WECHATPAY/SIGNTEST/${genuine.slice(19)}` },
	/** A success without a signature. */
	unsigned: { signed: false },
	/** A success with a signature of something else. */
	forged: { signature: (genuine) => Buffer.from(genuine, "base64").reverse().toString("base64") },
	/** The response of a proxy without a connection. */
	html: { status: 502, text: "<html><body><h1>502 Bad Gateway</h1></body></html>", signed: false },
	/** Signed an hour ago. */
	stale: { shift: -3600 },
	/** The redirect of a login portal. */
	redirect: { status: 302, text: "", headers: { Location: "http://127.0.0.1:9/" } },
	tooFast: { status: 429, code: "FREQUENCY_LIMITED", message: "频率超限，请降低请求频率" },
	notProcessed: { status: 202, text: "" },
	systemError: { status: 500, code: "SYSTEM_ERROR", message: "系统异常,请稍后重试" },
	unavailable: { status: 503, code: "SERVICE_UNAVAILABLE", message: "服务不可用" },
};

/** A fetch that sends requests for a host to the gateway. */
export function fetchThrough({ main, backup, fetch = globalThis.fetch }) {
	return (url, init) => {
		const { host, pathname, search } = new URL(url);
		const origin = { [MAIN]: main, [BACKUP]: backup }[host];
		if (origin === undefined) {
			throw new Error(`no gateway stands in for ${host}`);
		}
		return fetch(`${origin}${pathname}${search}`, init);
	};
}

const NOT_FOUND = { status: 404, code: "NOT_FOUND", message: "会员卡模板不存在" };

/** The three endpoints of a path. */
function endpointsOf(path, how) {
	return [
		{ ...how, method: "POST", path },
		{ ...how, method: "PATCH", path: `${path}/` },
		{ ...how, method: "GET", path: `${path}/` },
	];
}

/** The endpoint at a URL, and the card that it names; whether there is one of another method. */
function endpointOf(method, target) {
	const { pathname, searchParams, search } = new URL(target, "http://gateway");
	const isAt = ({ method, path, query }) => {
		const isQuery =
			method === "GET" && query !== undefined
				? [...searchParams.keys()].join() === query
				: search === "" && !target.endsWith("?");
		const rest = pathname.startsWith(path) ? pathname.slice(path.length) : undefined;
		return rest !== undefined && isQuery && (method === "POST" ? rest === "" : CARD_ID.test(rest));
	};
	const endpoint = ENDPOINTS.find((endpoint) => endpoint.method === method && isAt(endpoint));
	return { endpoint, isPath: ENDPOINTS.some(isAt), cardId: endpoint && pathname.slice(endpoint.path.length) };
}

/** The parameters; `undefined` unless the header is exactly as documented. */
function parseAuthorization(header, { scheme, identity }) {
	const expected = [identity, ...PARAMETERS];
	const [given, list, ...rest] = header.split(" ");
	if (given !== scheme || list === undefined || rest.length > 0) {
		return undefined;
	}
	const parameters = {};
	for (const pair of list.split(",")) {
		const [, key, value] = /^([a-z_]+)="([^"\\]+)"$/.exec(pair) ?? [];
		if (!expected.includes(key) || key in parameters) {
			return undefined;
		}
		parameters[key] = value;
	}
	const complete = expected.every((key) => key in parameters) && /^[1-9]\d{9}$/.test(parameters.timestamp);
	return complete ? parameters : undefined;
}

/** A request that reads a card has no body. */
function checkNoBody(body) {
	return body.length === 0 ? undefined : BAD_BODY;
}

/** The body must be a JSON object in UTF-8, and name the brand for service providers. */
function checkBody(body, { isOfBrand }) {
	try {
		const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
		if (typeof value === "object" && value !== null && !Array.isArray(value)) {
			return isOfBrand && typeof value.brand_id !== "string" ? BAD_BODY : undefined;
		}
	} catch {
		// Not JSON, or not UTF-8.
	}
	return BAD_BODY;
}

async function read(request) {
	const chunks = [];
	let length = 0;
	for await (const chunk of request) {
		length += chunk.length;
		if (length > MAX_BODY) {
			throw new Error("the request is too large");
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
