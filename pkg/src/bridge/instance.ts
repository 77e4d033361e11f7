import { DIGEST, EXPORTS, type Glue, MODULE, makeGlue, VERSION } from "../generated/glue.js";
import { otherModule } from "./load-failure.js";
import { readUtf16 } from "./utf16.js";

const NO_BYTES = new Uint8Array();

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

	/** What the module imports. */
	get imports(): WebAssembly.Imports {
		return { "./membercard_bg.js": this.glue as unknown as WebAssembly.ModuleImports };
	}

	/** Whether an exception left a call. Between the calls of this package, no other call is under way. */
	get isBroken(): boolean {
		return this.#calls !== 0;
	}

	/** The memory. What was seen of it before is gone when it has grown. */
	get bytes(): Uint8Array {
		if (this.#bytes.byteLength === 0) {
			const { memory } = this.#exports as unknown as { memory: WebAssembly.Memory };
			this.#bytes = new Uint8Array(memory.buffer);
		}
		return this.#bytes;
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
		if (this.#version() !== VERSION) {
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
			let answer: unknown;
			try {
				answer = call(...args);
			} catch (error) {
				throw isTrap(error) ? fault(error) : error;
			}
			this.#calls -= 1;
			return answer;
		};
	}

	#version(): string {
		const length = this.glue.version();
		const start = this.glue.output_text();
		return readUtf16(this.bytes, start, start + 2 * length);
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
