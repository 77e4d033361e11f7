import { spawn } from "node:child_process";
import { Failure } from "../shared/failure.js";
import type { Signature } from "../shared/library.js";
import { sameWords, type Words } from "../shared/words.js";
import { readSignature } from "./read-signature.js";

const MAX_OUTPUT = 1 << 16;

/**
 * Signs by a command of the user's shell, which is given the message on standard input and prints the signature. What it
 * says on standard error, and asks on the terminal, is between it and the user.
 */
export async function signWithCommand(message: string, command: string): Promise<Signature> {
	const child = spawn(command, { shell: true, stdio: ["pipe", "pipe", "inherit"] });
	const ended = new Promise<Words | undefined>((resolve) => {
		child.once("error", (error) => resolve(sameWords(error.message)));
		child.once("close", (code, signal) => resolve(code === 0 ? undefined : howItEnded(code, signal)));
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

function howItEnded(code: number | null, signal: NodeJS.Signals | null): Words {
	return signal === null
		? { "zh-CN": `退出码 ${code}`, en: `exit code ${code}` }
		: { "zh-CN": `被 ${signal} 终止`, en: `ended by ${signal}` };
}
