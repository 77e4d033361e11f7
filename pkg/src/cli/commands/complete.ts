import type { Command, Session } from "../arguments/command.js";
import { displayName } from "../input/input.js";
import { SIGNED_OUTPUT } from "../options/request.js";
import { readValidation, VALIDATION } from "../options/validation.js";
import { parseJson } from "../report/parse-json.js";
import { printIssues } from "../report/print-issues.js";
import { printSigned } from "../report/print-request.js";
import { SourceText } from "../report/source-text.js";
import { ExitCode } from "../shared/exit-code.js";
import { Failure } from "../shared/failure.js";
import type { PreparedRequest, PreparedRequestData } from "../shared/library.js";
import { completeRequest, readSignature } from "../signing/signature.js";

const MAX_REQUEST_BYTES = 1 << 21;
const MAX_SIGNATURE_BYTES = 1 << 16;

export const complete: Command = {
	name: "complete",
	usage: "[OPTIONS] [FILE | -]",
	summary: { "zh-CN": "为 prepare 的请求补上签名", en: "add the signature to a prepared request" },
	about: {
		"zh-CN": "请求会以相同的校验选项重新校验；途中被改动的请求不被接受。",
		en: "The request is checked again: give the same options as for prepare. A changed\nrequest is refused.",
	},
	flags: [
		{
			title: { "zh-CN": "选项", en: "Options" },
			flags: [
				{
					name: "signature",
					takes: "FILE",
					help: {
						"zh-CN": "签名：Base64 或原始字节（必填）",
						en: "the signature: base64 or bytes (required)",
					},
				},
				...SIGNED_OUTPUT,
			],
		},
		VALIDATION,
	],
	examples: ["complete request.json --signature signature.b64 --curl"],
	async run(session) {
		const { given, input } = session;
		given.atMost(1);
		given.exclusive("json", "curl");
		const signatureFile = given.required("signature");
		const [source = ""] = input.sources(given.positionals);
		const request = await restore(session, source);
		if (request === undefined) {
			return ExitCode.Refused;
		}
		const signature = readSignature(await input.boundedBytes(signatureFile, MAX_SIGNATURE_BYTES));
		printSigned(session, completeRequest(session, request, signature));
		return ExitCode.Success;
	},
};

/** The request in a file; `undefined` if it is not valid. */
async function restore(session: Session, source: string): Promise<PreparedRequest | undefined> {
	const { input, err, library, say } = session;
	const { PreparedRequest, ValidationError } = library;
	const { options, state } = await readValidation(session);
	const text = new SourceText(source, await input.boundedBytes(source, MAX_REQUEST_BYTES));
	const data = parseJson(text) as PreparedRequestData;
	try {
		return PreparedRequest.from(data, options);
	} catch (error) {
		if (error instanceof ValidationError) {
			const body = new SourceText(`${displayName(source)}#/body`, Buffer.from(data.body));
			printIssues(err, say, error.issues, body, state);
			return undefined;
		}
		const reason = error instanceof Error ? error.message : String(error);
		throw new Failure({
			"zh-CN": `${displayName(source)} 不是 prepare --json 的输出：${reason}`,
			en: `${displayName(source)} is not what prepare --json printed: ${reason}`,
		});
	}
}
