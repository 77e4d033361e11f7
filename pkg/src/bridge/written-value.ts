import { core, instance } from "./core.js";
import { writeUtf16 } from "./utf16.js";

/** A value encoded by `writeValue`. */
export interface WrittenValue {
	/** Memory that is shared with other values. */
	readonly words: Uint32Array;
	/** The first of its words. */
	readonly start: number;
	readonly end: number;
	/** The texts of the words, joined. */
	readonly text: string;
}

/** The module's memory for a value. */
interface Room {
	readonly bytes: Uint8Array;
	readonly words: Uint32Array;
	readonly units: Uint16Array;
}

let room: Room | undefined;

/** Passes a value to the module, for the next call. */
export function sendValue({ words, start, end, text }: WrittenValue): void {
	const { words: places, units } = roomFor(end - start, text.length);
	for (let at = start; at < end; at++) {
		places[at - start] = words[at] as number;
	}
	writeUtf16(text, units);
}

function roomFor(words: number, units: number): Room {
	if (
		room === undefined ||
		room.bytes !== instance().bytes ||
		room.words.length < words ||
		room.units.length < units
	) {
		room = makeRoom(words, units);
	}
	return room;
}

function makeRoom(words: number, units: number): Room {
	const { reserve_value, value_units, value_words } = core();
	reserve_value(words, units);
	const { bytes } = instance();
	return {
		bytes,
		words: new Uint32Array(bytes.buffer, value_words(), words),
		units: new Uint16Array(bytes.buffer, value_units(), units),
	};
}
