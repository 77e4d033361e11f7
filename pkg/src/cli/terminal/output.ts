import { once } from "node:events";
import type { WriteStream } from "node:tty";
import type { Styles } from "./styles.js";
import { visibleLines } from "./visible.js";

const BLOCK = 1 << 16;
const USUAL_COLUMNS = 100;

/** Standard output or standard error, written in blocks and no faster than it is read. */
export class Output {
	/** Called before writing. */
	beforeWriting: () => void = () => {};
	#text = "";

	constructor(
		/** `process.stdout` or `process.stderr`; the latter type fits only a terminal. */
		private readonly stream: WriteStream,
		readonly styles: Styles,
	) {}

	/** The width of a line in columns. */
	get columns(): number {
		return this.stream.columns || USUAL_COLUMNS;
	}

	get isTerminal(): boolean {
		return this.stream.isTTY === true;
	}

	/** Whether the buffer should be flushed. */
	get isFull(): boolean {
		return this.#text.length >= BLOCK;
	}

	/** Adds a text. */
	write(text: string): void {
		this.#text += text;
	}

	/** Adds a line. */
	line(text = ""): void {
		this.write(`${text}\n`);
	}

	/** Adds a line for programs. On a terminal, control characters are made visible. */
	data(text: string): void {
		this.line(this.isTerminal ? visibleLines(text) : text);
	}

	/** Writes the buffer, and waits until the stream takes more. */
	async flush(): Promise<void> {
		if (this.#text !== "") {
			this.beforeWriting();
			const text = this.#text;
			this.#text = "";
			if (!this.stream.write(text)) {
				await once(this.stream, "drain");
			}
		}
	}
}
