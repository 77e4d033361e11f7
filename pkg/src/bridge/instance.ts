import { DIGEST, EXPORTS, type Glue, MODULE, makeGlue, VERSION } from "../generated/glue.js";
import { Head, KEPT_BYTES } from "../generated/records.js";
import { isOfFamily } from "./family.js";
import { otherModule } from "./load-failure.js";
import { Reader } from "./reader.js";
import { StringTable } from "./string-table.js";
import { readUtf16 } from "./utf16.js";

const NO_BYTES = new Uint8Array();
const NO_WORDS = new Uint32Array();

type Call = (...args: unknown[]) => unknown;

/**
 * An instance of the WebAssembly module, with glue and memory of its own.
 *
 * An exception that leaves a call (a trap, or a stack that is exhausted) leaves the instance in pieces: its buffers stay
 * borrowed, and its stack pointer stays where it was. Such an instance must not be called again.
 */
export class Instance {
	readonly glue: Glue = makeGlue();
	/** How many calls have begun and not ended. After a call that an exception left, it is never 0 again. */
	#calls = 0;
	#exports: WebAssembly.Exports | undefined;
	/** The memory as it was seen last. */
	#bytes = NO_BYTES;
	#words = NO_WORDS;
	/** The place of the head among the words. */
	#head = 0;
	#strings: StringTable | undefined;

	/** What the module imports. */
	get imports(): WebAssembly.Imports {
		return { "./membercard_bg.js": this.glue as unknown as WebAssembly.ModuleImports };
	}

	/** Whether an exception left a call. Between the calls of this package, no other call is under way. */
	get isBroken(): boolean {
		return this.#calls !== 0;
	}

	/** What recurs in responses. */
	get strings(): StringTable {
		return this.#strings as StringTable;
	}

	/** The memory. What was seen of it before is gone when it has grown. */
	get bytes(): Uint8Array {
		if (this.#bytes.byteLength === 0) {
			this.#look();
		}
		return this.#bytes;
	}

	/** The same, in numbers of 32 bits. */
	get words(): Uint32Array {
		if (this.#words.byteLength === 0) {
			this.#look();
		}
		return this.#words;
	}

	/** What the head says. */
	head(name: Head): number {
		return this.words[this.#head + name] as number;
	}

	/** Writes an input, of parts one behind the other, and says how long it is. */
	writeInput(parts: readonly Uint8Array[]): number {
		let length = 0;
		for (const part of parts) {
			length += part.length;
		}
		if (length === 0) {
			return 0;
		}
		let at = this.#reserve(length);
		const { bytes } = this;
		for (const part of parts) {
			// To write nothing takes as long as to write a little.
			if (part.length > 0) {
				bytes.set(part, at);
				at += part.length;
			}
		}
		return length;
	}

	/** Makes room for an input of so many bytes, and says where. */
	#reserve(length: number): number {
		const room = this.head(Head.Capacity);
		if (length > room || room > KEPT_BYTES) {
			this.glue.reserve(length);
		}
		return this.head(Head.Input);
	}

	/** The response of the call that returned that. */
	responseOf(returned: number): Reader {
		const at = this.head(Head.Numbers) / Uint32Array.BYTES_PER_ELEMENT;
		return new Reader(this.textOf(returned), this.words, at, this.strings);
	}

	/** All text of the response of the call that returned that. */
	textOf(returned: number): string {
		const at = this.head(Head.Text);
		return readUtf16(this.bytes, at, at + 2 * (returned >>> 2));
	}

	/** Begins with the module's exports. Throws an Error if they are those of another module. */
	begin({ exports }: WebAssembly.Instance): this {
		this.#exports = exports;
		const guarded = Object.entries(exports).map(([name, value]) => [name, this.#guarded(name, value)]);
		this.glue.__wbg_set_wasm(Object.fromEntries(guarded));
		if (guarded.length !== EXPORTS) {
			throw otherModule();
		}
		(exports.__wbindgen_start as Call)();
		this.#head = this.glue.head() / Uint32Array.BYTES_PER_ELEMENT;
		this.#strings = new StringTable(this.textOf(this.glue.start()));
		if (this.#strings.version !== VERSION || !isOfFamily(this.#strings.api)) {
			throw otherModule();
		}
		return this;
	}

	/** Lets go of the memory. What still belongs to the instance can be freed, which then does nothing. */
	end(): void {
		if (this.#exports !== undefined) {
			const names = Object.keys(this.#exports).filter(frees);
			this.glue.__wbg_set_wasm(Object.fromEntries(names.map((name) => [name, () => {}])));
			this.#exports = undefined;
			this.#bytes = NO_BYTES;
			this.#words = NO_WORDS;
		}
	}

	/** The same function of the module, which notices when an exception leaves it. */
	#guarded(name: string, call: WebAssembly.ExportValue): WebAssembly.ExportValue {
		if (typeof call !== "function") {
			return call;
		}
		const isForFreeing = frees(name);
		return (...args: unknown[]) => {
			// Garbage collectors free whenever they like, and of a broken instance there is nothing to free.
			if (isForFreeing && this.#calls !== 0) {
				return;
			}
			// Not in a `finally`: a host can end a call without running it.
			this.#calls += 1;
			let response: unknown;
			try {
				response = call(...args);
			} catch (error) {
				throw isTrap(error) ? fault(error) : error;
			}
			this.#calls -= 1;
			return response;
		};
	}

	/** Looks at the memory as it is now. */
	#look(): void {
		const { buffer } = (this.#exports as unknown as { memory: WebAssembly.Memory }).memory;
		this.#bytes = new Uint8Array(buffer);
		this.#words = new Uint32Array(buffer);
	}
}

/** Whether wasm-bindgen calls a function so that frees an object. */
function frees(name: string): boolean {
	return name.startsWith("__wbg_") && name.endsWith("_free");
}

/** Whether WebAssembly itself threw it, and not what it called. */
function isTrap(error: unknown): error is Error {
	return (error as Partial<Error> | undefined)?.name === "RuntimeError";
}

/** How engines write a place in a WebAssembly module. `cargo xtask symbolize` names the functions. */
const FRAME = /wasm-function\[\d+\](:0x[0-9a-f]+)?/g;

function fault(cause: Error): Error {
	const where = [MODULE, VERSION, DIGEST, ...(cause.stack?.match(FRAME) ?? [])].join(" ");
	return new Error(
		`wechatpay-membercard failed inside of its WebAssembly module (${cause.message}). Either memory ran out, or this is a bug: please report it with this message. The next call starts the module anew. (${where})`,
		{ cause },
	);
}
