import { core, instance } from "./core.js";
import { writeUtf16 } from "./utf16.js";

/** A value as `writeValue` wrote it down. */
export interface WrittenValue {
	/** Memory that it shares with others. */
	readonly words: Uint32Array;
	/** Where its words are. */
	readonly start: number;
	readonly end: number;
	/** The texts of the words, one behind the other. */
	readonly text: string;
}

/** Where the module takes a value. */
interface Room {
	readonly bytes: Uint8Array;
	readonly words: Uint32Array;
	readonly units: Uint16Array;
}

let room: Room | undefined;

/** Hands a value to the module: the next call is about it. */
export function send({ words, start, end, text }: WrittenValue): void {
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
