import { spawn } from "node:child_process";
import type { Localized } from "../../options/locale.js";
import { Failure, untranslated } from "../shared/failure.js";
import type { Signature } from "../shared/library.js";
import { readSignature } from "./signature.js";

const MAX_OUTPUT = 1 << 16;

/**
 * Signs with a shell command, which reads the message from standard input and prints the signature. Its standard error
 * and the terminal stay connected to the user.
 */
export async function signWithCommand(message: string, command: string): Promise<Signature> {
	const child = spawn(command, { shell: true, stdio: ["pipe", "pipe", "inherit"] });
	const ended = new Promise<Localized | undefined>((resolve) => {
		child.once("error", (error) => resolve(untranslated(error.message)));
		child.once("close", (code, signal) => resolve(code === 0 ? undefined : exitReason(code, signal)));
	});
	// A command that does not read its input may still print a signature.
	child.stdin.on("error", () => {});
	child.stdin.end(message);
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > MAX_OUTPUT) {
			child.kill();
			throw new Failure({
				"zh-CN": `签名命令的输出超过 ${MAX_OUTPUT} 字节`,
				en: `the signing command prints more than ${MAX_OUTPUT} bytes`,
			});
		}
	}
	const problem = await ended;
	if (problem !== undefined) {
		throw new Failure({
			"zh-CN": `签名命令失败：${problem["zh-CN"]}`,
			en: `the signing command failed: ${problem.en}`,
		});
	}
	return readSignature(Buffer.concat(chunks));
}

function exitReason(code: number | null, signal: NodeJS.Signals | null): Localized {
	return signal === null
		? { "zh-CN": `退出码 ${code}`, en: `exit code ${code}` }
		: { "zh-CN": `被 ${signal} 终止`, en: `ended by ${signal}` };
}
