import type { Command } from "../arguments/command.js";
import { REQUEST, SIGNED_OUTPUT } from "../options/request.js";
import { VALIDATION } from "../options/validation.js";
import { printSigned } from "../report/print-request.js";
import { ExitCode } from "../shared/exit-code.js";
import { prepareUpdate } from "../signing/prepare-update.js";
import { completeRequest } from "../signing/signature.js";
import { readSigner, SIGNER } from "../signing/signer.js";

export const sign: Command = {
	name: "sign",
	usage: "[OPTIONS] [FILE | -]",
	summary: { "zh-CN": "生成已签名的请求", en: "build the request, signed" },
	about: {
		"zh-CN":
			"私钥只由本命令读取并用于签名，不进入 WebAssembly，也不输出。签名命令从标准输入\n得到待签名串，输出 Base64 或原始字节的签名。\n任何得到输出的人都可在五分钟内发送它。",
		en: "The key is read and used by this command alone: it enters no WebAssembly and is\nnever printed. A signing command is given the message on standard input, and\nprints the signature in base64 or as bytes. Whoever has the request can send it\nfor five minutes.",
	},
	flags: [
		SIGNER,
		REQUEST,
		{ title: { "zh-CN": "输出选项", en: "Output" }, flags: SIGNED_OUTPUT },
		VALIDATION,
	],
	examples: [
		"sign card.json --card-id … --mchid … --serial-no … --key key.pem --curl",
		"sign card.json … --sign-command 'openssl dgst -sha256 -sign key.pem' --json",
	],
	async run(session) {
		const { given } = session;
		given.exactlyOne("key", "sign-command");
		given.exclusive("json", "curl");
		const request = await prepareUpdate(session);
		if (request === undefined) {
			return ExitCode.Refused;
		}
		await session.err.flush();
		const sign = await readSigner(session);
		printSigned(session, completeRequest(session, request, await sign(request)));
		return ExitCode.Success;
	},
};
