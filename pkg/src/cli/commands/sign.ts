import type { Command, Session } from "../arguments/command.js";
import { SIGNED_OUTPUT } from "../options/output.js";
import { REQUEST } from "../options/request.js";
import { VALIDATION } from "../options/validation.js";
import { tellSigned } from "../report/tell-request.js";
import { ExitCode } from "../shared/exit-code.js";
import type { PreparedRequest, Signature } from "../shared/library.js";
import { checkCertificate } from "../signing/check-certificate.js";
import { signWithCommand } from "../signing/command-signer.js";
import { completeRequest } from "../signing/complete-request.js";
import { signWithKey } from "../signing/key-signer.js";
import { prepareUpdate } from "../signing/prepare-update.js";

const MAX_KEY_BYTES = 1 << 16;

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
		{
			title: { "zh-CN": "签名选项（二选一）", en: "Who signs (one of them)" },
			flags: [
				{
					name: "key",
					takes: "FILE",
					help: { "zh-CN": "商户API私钥（PEM，RSA）", en: "the merchant's RSA private key, in PEM" },
				},
				{
					name: "sign-command",
					takes: "COMMAND",
					help: { "zh-CN": "由系统 shell 运行的签名命令", en: "a command that signs, run by the shell" },
				},
			],
		},
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
		const signature = await signatureOf(session, request);
		await checkCertificate(session, request, signature);
		tellSigned(session, completeRequest(session, request, signature));
		return ExitCode.Fine;
	},
};

async function signatureOf(session: Session, request: PreparedRequest): Promise<Signature> {
	const { given, input } = session;
	const command = given.value("sign-command");
	if (command !== undefined) {
		return signWithCommand(request.message, command);
	}
	const file = given.required("key");
	return signWithKey(session, request, await input.small(file, MAX_KEY_BYTES), file);
}
