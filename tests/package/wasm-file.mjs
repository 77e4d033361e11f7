/** Edits the sections of a WebAssembly file, to make modules that fail. */

const MAGIC_AND_VERSION = 8;
const MEMORY = 5;
const EXPORT = 7;

/** The module with a memory that can grow only by `morePages`. */
export function withMemoryFor(wasm, morePages) {
	return withSection(wasm, MEMORY, (content) => {
		const [count, at] = number(content, 0);
		const [limits, behind] = number(content, at);
		const [pages] = number(content, behind);
		if (count !== 1 || limits !== 0) {
			throw new Error("the module has not one memory without a limit");
		}
		return [1, 1, ...encoded(pages), ...encoded(pages + morePages)];
	});
}

/** The module without one of its exports. */
export function withoutExport(wasm, name) {
	return withSection(wasm, EXPORT, (content) => {
		const [count, first] = number(content, 0);
		const kept = [];
		for (let at = first; at < content.length; ) {
			const [length, start] = number(content, at);
			const [, end] = number(content, start + length + 1);
			if (Buffer.from(content.slice(start, start + length)).toString() !== name) {
				kept.push(content.slice(at, end));
			}
			at = end;
		}
		if (kept.length !== count - 1) {
			throw new Error(`the module does not export ${name}`);
		}
		return [...encoded(kept.length), ...kept.flatMap((entry) => [...entry])];
	});
}

function withSection(wasm, id, change) {
	const parts = [...wasm.slice(0, MAGIC_AND_VERSION)];
	for (let at = MAGIC_AND_VERSION; at < wasm.length; ) {
		const [length, start] = number(wasm, at + 1);
		const content = wasm.slice(start, start + length);
		const changed = wasm[at] === id ? change(content) : content;
		parts.push(wasm[at], ...encoded(changed.length));
		for (const byte of changed) {
			parts.push(byte);
		}
		at = start + length;
	}
	return Uint8Array.from(parts);
}

/** A number in LEB128, and where it ends. */
function number(bytes, start) {
	let value = 0;
	let at = start;
	for (let shift = 0; ; shift += 7) {
		value |= (bytes[at] & 0x7f) << shift;
		at += 1;
		if (bytes[at - 1] < 0x80) {
			return [value, at];
		}
	}
}

function encoded(value) {
	const low = value & 0x7f;
	return value < 0x80 ? [low] : [low | 0x80, ...encoded(value >>> 7)];
}
