import { DIGEST, EXPORTS, type Glue, MODULE, makeGlue, VERSION } from "../generated/glue.js";
import { Head, KEPT_BYTES } from "../generated/records.js";
import { isOfFamily } from "./family.js";
import { wrongModule } from "./load-failure.js";
import { Reader } from "./reader.js";
import { StringTable } from "./string-table.js";
import { readUtf16 } from "./utf16.js";

const NO_BYTES = new Uint8Array();
const NO_WORDS = new Uint32Array();

type Call = (...args: unknown[]) => unknown;

/**
 * An instance of the WebAssembly module, with its own glue and memory.
 *
 * An exception out of a call (a trap, or stack exhaustion) breaks the instance: buffers stay borrowed and the stack
 * pointer is not reset. A broken instance must not be called again.
 */
export class Instance {
	readonly glue: Glue = makeGlue();
	/** Calls that began and did not end. After an exception out of a call it never returns to 0. */
	#calls = 0;
	#exports: WebAssembly.Exports | undefined;
	/** Views of the memory. They are empty after it has grown. */
	#bytes = NO_BYTES;
	#words = NO_WORDS;
	/** The index of the head in `words`. */
	#head = 0;
	#strings: StringTable | undefined;

	/** What the module imports. */
	get imports(): WebAssembly.Imports {
		return { "./membercard_bg.js": this.glue as unknown as WebAssembly.ModuleImports };
	}

	/** Whether an exception has broken the instance. (Nothing else calls it between the calls of this package.) */
	get isBroken(): boolean {
		return this.#calls !== 0;
	}

	/** The strings that responses refer to. */
	get strings(): StringTable {
		return this.#strings as StringTable;
	}

	/** The memory as bytes. A view is detached when the memory grows. */
	get bytes(): Uint8Array {
		if (this.#bytes.byteLength === 0) {
			this.#refreshViews();
		}
		return this.#bytes;
	}

	/** The memory as 32-bit numbers. */
	get words(): Uint32Array {
		if (this.#words.byteLength === 0) {
			this.#refreshViews();
		}
		return this.#words;
	}

	/** A member of the head. */
	head(name: Head): number {
		return this.words[this.#head + name] as number;
	}

	/** Writes the parts of an input one after the other. Returns the length. */
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
			// Writing zero bytes costs as much as writing a few, so skip empty parts.
			if (part.length > 0) {
				bytes.set(part, at);
				at += part.length;
			}
		}
		return length;
	}

	/** Makes room for an input. Returns its address. */
	#reserve(length: number): number {
		const room = this.head(Head.Capacity);
		if (length > room || room > KEPT_BYTES) {
			this.glue.reserve(length);
		}
		return this.head(Head.Input);
	}

	/** The response of the call that returned this number. */
	responseOf(returned: number): Reader {
		const at = this.head(Head.Numbers) / Uint32Array.BYTES_PER_ELEMENT;
		return new Reader(this.textOf(returned), this.words, at, this.strings);
	}

	/** All text of the response of the call that returned this number. */
	textOf(returned: number): string {
		const at = this.head(Head.Text);
		return readUtf16(this.bytes, at, at + 2 * (returned >>> 2));
	}

	/** Starts with the exports of the module. Throws an Error if it is another module. */
	start({ exports }: WebAssembly.Instance): this {
		this.#exports = exports;
		const guarded = Object.entries(exports).map(([name, value]) => [name, this.#guarded(name, value)]);
		this.glue.__wbg_set_wasm(Object.fromEntries(guarded));
		if (guarded.length !== EXPORTS) {
			throw wrongModule();
		}
		(exports.__wbindgen_start as Call)();
		this.#head = this.glue.head() / Uint32Array.BYTES_PER_ELEMENT;
		this.#strings = new StringTable(this.textOf(this.glue.start()));
		if (this.#strings.version !== VERSION || !isOfFamily(this.#strings.api)) {
			throw wrongModule();
		}
		return this;
	}

	/** Releases the memory. Freeing an object of the instance then does nothing. */
	stop(): void {
		if (this.#exports !== undefined) {
			const names = Object.keys(this.#exports).filter(isFreeFunction);
			this.glue.__wbg_set_wasm(Object.fromEntries(names.map((name) => [name, () => {}])));
			this.#exports = undefined;
			this.#bytes = NO_BYTES;
			this.#words = NO_WORDS;
		}
	}

	/** Wraps a function of the module, to notice an exception. */
	#guarded(name: string, call: WebAssembly.ExportValue): WebAssembly.ExportValue {
		if (typeof call !== "function") {
			return call;
		}
		const isForFreeing = isFreeFunction(name);
		return (...args: unknown[]) => {
			// The garbage collector may free objects at any time. A broken instance has nothing to free.
			if (isForFreeing && this.#calls !== 0) {
				return;
			}
			// No `finally`: a host can end a call without running it.
			this.#calls += 1;
			let response: unknown;
			try {
				response = call(...args);
			} catch (error) {
				throw isTrap(error) ? faultError(error) : error;
			}
			this.#calls -= 1;
			return response;
		};
	}

	/** Creates new views of the memory. */
	#refreshViews(): void {
		const { buffer } = (this.#exports as unknown as { memory: WebAssembly.Memory }).memory;
		this.#bytes = new Uint8Array(buffer);
		this.#words = new Uint32Array(buffer);
	}
}

/** Whether this is wasm-bindgen's name of a function that frees an object. */
function isFreeFunction(name: string): boolean {
	return name.startsWith("__wbg_") && name.endsWith("_free");
}

/** Whether WebAssembly itself threw the error, and not a function that it called. */
function isTrap(error: unknown): error is Error {
	return (error as Partial<Error> | undefined)?.name === "RuntimeError";
}

/** How engines print a position in a WebAssembly module. `cargo xtask symbolize` finds the names. */
const FRAME = /wasm-function\[\d+\](:0x[0-9a-f]+)?/g;

function faultError(cause: Error): Error {
	const where = [MODULE, VERSION, DIGEST, ...(cause.stack?.match(FRAME) ?? [])].join(" ");
	return new Error(
		`wechatpay-membercard failed inside of its WebAssembly module (${cause.message}). Either memory ran out, or this is a bug: please report it with this message. The next call starts the module anew. (${where})`,
		{ cause },
	);
}
