import type { Session } from "../arguments/command.js";
import { curlCommand, type PreparedRequest, type SignedRequest } from "../shared/library.js";
import type { Output } from "../terminal/output.js";

/** Placeholder signatures, to get the headers of a signed request. */
const STAND_IN = {
	"WECHATPAY2-SHA256-RSA2048": new Uint8Array(256).fill(1),
	"WECHATPAY-BRAND-SHA256-RSA2048": new Uint8Array(256).fill(1),
	"WECHATPAY2-SM2-WITH-SM3": Uint8Array.of(0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01),
};

/** Prints a signed request in the requested format. */
export function printSigned({ given, out }: Session, request: SignedRequest): void {
	if (given.has("json")) {
		out.data(JSON.stringify(request));
	} else if (given.has("curl")) {
		out.data(curlCommand(request));
	} else {
		printHttp(out, request);
	}
}

/** Prints an unsigned request and the message to sign. */
export function printPrepared({ out, say }: Session, request: PreparedRequest): void {
	const { headers, ...rest } = request.complete(STAND_IN[request.scheme]);
	const authorization = headers.Authorization?.replace(/signature="[^"]*"/, 'signature="..."') ?? "";
	printHttp(out, { ...rest, headers: { ...headers, Authorization: authorization } });
	out.line();
	out.line(
		out.styles.strong(
			say({
				"zh-CN": "待签名串（每行以一个换行符 \\n 结尾，包括最后一行）：",
				en: "The message to sign (each line ends with one \\n, the last one too):",
			}),
		),
	);
	out.data(request.message.replace(/\n$/, ""));
}

function printHttp(out: Output, { method, url, headers, body }: SignedRequest): void {
	out.line(out.styles.strong(`${method} ${url}`));
	for (const [name, value] of Object.entries(headers)) {
		out.line(`${name}: ${value}`);
	}
	if (body !== undefined) {
		out.line();
		out.data(body);
	}
}
