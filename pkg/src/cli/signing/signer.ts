import type { Session } from "../arguments/command.js";
import type { FlagGroup } from "../arguments/flag.js";
import type { PreparedRequest, Signature } from "../shared/library.js";
import { signWithCommand } from "./command-signer.js";
import { signWithKey } from "./key-signer.js";
import { checkCertificate } from "./signature.js";

const MAX_KEY_BYTES = 1 << 16;

/** Who signs. */
export const SIGNER: FlagGroup = {
	title: { "zh-CN": "签名选项（二选一）", en: "Signer (one of)" },
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
};

/** The signer of the command line. It checks a given certificate against the signature. */
export async function readSigner(
	session: Session,
): Promise<(request: PreparedRequest) => Promise<Signature>> {
	const sign = await chosenSigner(session);
	return async (request) => {
		const signature = await sign(request);
		await checkCertificate(session, request, signature);
		return signature;
	};
}

async function chosenSigner(session: Session): Promise<(request: PreparedRequest) => Promise<Signature>> {
	const { given, input } = session;
	given.exactlyOne("key", "sign-command");
	const command = given.value("sign-command");
	if (command !== undefined) {
		return (request) => signWithCommand(request.message, command);
	}
	const file = given.required("key");
	const key = await input.boundedBytes(file, MAX_KEY_BYTES);
	return async (request) => signWithKey(session, request, key, file);
}
