import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { addAbortSignal, type Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import type { Localized } from "../../options/locale.js";
import { Failure, UsageError } from "../shared/failure.js";
import { visible } from "../terminal/visible.js";

/** The name that stands for standard input. */
export const STDIN = "-";
const CHUNK = 1 << 18;
/** In milliseconds. */
const SIGNAL_DELAY = 50;

const REASONS: Record<string, Localized> = {
	ENOENT: { "zh-CN": "文件不存在", en: "there is no such file" },
	EACCES: { "zh-CN": "没有读取权限", en: "no permission to read it" },
	EISDIR: { "zh-CN": "是一个目录", en: "it is a folder" },
};

/** Reads files and standard input by name. */
export class Input {
	#stdinIsTaken = false;

	constructor(private readonly stdin: NodeJS.ReadStream = process.stdin) {}

	/** The inputs that the command line names. Without any: standard input, unless it is a terminal. */
	sources(positionals: readonly string[]): readonly string[] {
		if (positionals.length === 0 && this.stdin.isTTY) {
			throw new UsageError({
				"zh-CN": "缺少文件名；- 表示标准输入",
				en: "the name of a file is missing; - is standard input",
			});
		}
		return positionals.length === 0 ? [STDIN] : positionals;
	}

	/** Reads an input in chunks. */
	async *chunks(name: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
		try {
			for await (const chunk of this.open(name, signal)) {
				yield chunk as Uint8Array;
			}
			if (signal !== undefined && name === STDIN) {
				// Ctrl+C also ends the program that writes to standard input. Its end may arrive before the signal.
				await setTimeout(SIGNAL_DELAY);
				signal.throwIfAborted();
			}
		} catch (error) {
			throw signal?.aborted ? error : unreadable(name, error);
		}
	}

	/** Reads an input, at most `limit` + 1 bytes. */
	async bytes(name: string, limit: number): Promise<Uint8Array> {
		const chunks: Uint8Array[] = [];
		let length = 0;
		for await (const chunk of this.chunks(name)) {
			chunks.push(chunk);
			length += chunk.length;
			if (length > limit) {
				break;
			}
		}
		return Buffer.concat(chunks).subarray(0, limit + 1);
	}

	/** Reads an input. Throws a Failure if it is longer than `limit` bytes. */
	async boundedBytes(name: string, limit: number): Promise<Uint8Array> {
		const bytes = await this.bytes(name, limit);
		if (bytes.length > limit) {
			throw unreadable(name, {
				"zh-CN": `超过 ${limit} 字节`,
				en: `it is longer than ${limit} bytes`,
			});
		}
		return bytes;
	}

	/** The size of an input in bytes, if known. */
	async size(name: string): Promise<number | undefined> {
		if (name === STDIN) {
			return undefined;
		}
		const found = await stat(name).catch(() => undefined);
		return found?.isFile() ? found.size : undefined;
	}

	private open(name: string, signal: AbortSignal | undefined): Readable {
		if (name !== STDIN) {
			return createReadStream(name, { highWaterMark: CHUNK, ...(signal && { signal }) });
		}
		if (this.#stdinIsTaken) {
			throw new UsageError({
				"zh-CN": "标准输入（-）只能使用一次",
				en: "standard input, -, can be read only once",
			});
		}
		this.#stdinIsTaken = true;
		return signal ? addAbortSignal(signal, this.stdin) : this.stdin;
	}
}

/** The name of an input for messages. */
export function displayName(name: string): string {
	return name === STDIN ? "<stdin>" : visible(name);
}

/** A Failure for an input that cannot be read. */
export function unreadable(name: string, reason: unknown): Failure {
	if (reason instanceof Failure) {
		return reason;
	}
	const words = reasonIn(reason);
	return new Failure({
		"zh-CN": `无法读取 ${displayName(name)}：${words["zh-CN"]}`,
		en: `${displayName(name)} cannot be read: ${words.en}`,
	});
}

function reasonIn(reason: unknown): Localized {
	if (typeof reason === "object" && reason !== null && "en" in reason) {
		return reason as Localized;
	}
	const code = (reason as NodeJS.ErrnoException).code ?? "";
	const message = reason instanceof Error ? reason.message : String(reason);
	return REASONS[code] ?? { "zh-CN": message, en: message };
}
