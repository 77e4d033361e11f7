/**
 * How JavaScript and the module talk to each other. `pkg/wasm/src/bridge/mod.rs` begins with the same words.
 *
 * A call takes and returns numbers alone. What else crosses lies in the module's memory, in buffers that stay where they
 * are, so that a call needs no memory of its own, and no glue that passes values.
 *
 * **The head** says where the buffers are. `head` returns its address, once; it has four numbers: where the input is, how
 * many bytes it has room for, where the text of the last response is, and where its numbers are.
 *
 * **A call.** JavaScript writes the input, after `reserve` if its room does not suffice, and calls a function with the
 * input's length. The module writes the response and returns its outcome in the two lowest bits, and above them the length
 * of its text. The next call overwrites the response, so it is read at once, and nothing else is called meanwhile.
 *
 * **The response** is numbers of 32 bits, and one text that holds all texts, one behind the other. The text is in UTF-16, as
 * JavaScript keeps it: engines take many times as long to read UTF-8 that is not ASCII.
 *
 * **The input** is bytes: numbers have four, the lowest first, and a text is in UTF-8, as Rust reads it, right where it is
 * due. What has no end of its own, such as JSON text, comes last.
 *
 * **A value** of JavaScript is words and one text: each value is a word, fields are told by their position, and all texts are
 * one, in UTF-16, so that nothing is parsed or searched for. `src/json/host_value.rs` of the core describes it. The payload
 * has a room of its own, which `reserve_value` makes, and is read where it lies; the room stays until a larger one is needed. All
 * else, such as the card's current state or what is put into a form, is part of an input: the number of the words, they, and
 * the text. A form's summary is such a value, too, handed back as it is. What programs read of a form is JSON text:
 * `JSON.parse` makes objects faster than they can be put together.
 *
 * **A record** is its flags, which are a number, and its members, in the order of its description:
 *
 * - a boolean is one flag: 1 for `true`;
 * - a value of an enumeration is as many flags as number its values;
 * - what may be absent has a flag, 1 if it is there, below its own;
 * - a number is a number; a whole number of up to 64 bits is two: the lower half, and the upper one;
 * - a text is its length, in the units of its encoding, and the text; bytes are their length, and they: in a response,
 *   four to a number, the first the lowest;
 * - what is deep and rare, such as an explanation, is JSON text;
 * - a list is the number of its items, and each;
 * - a path is the place in the string table of the field that it begins with, one more than it, or 0; the number of steps
 *   behind it; and each: twice an index, or twice a key's length and one, and the key. In an input it is the number of its
 *   steps, and each: an index, or the largest number, and the key;
 * - the code of an issue is its place in the string table; a parameter is eight times its place among those of the code and
 *   its kind, and its value.
 *
 * `records` describes each record once; the readers and writers of both sides and the types of TypeScript are made of that.
 *
 * **The string table** holds what recurs: codes with the names of their parameters, the keys of fields, the values of
 * enumerations, and the keys of each object, whose positions tell the fields of a value. `start` responds it, once, when an
 * instance of the module begins.
 *
 * **Objects.** Two rare calls return a plain object instead: the comparison of two signed messages, by
 * `serde-wasm-bindgen`, and a JSON Schema, by the host's own `JSON.parse`. Nothing else has these shapes.
 *
 * **Faults.** An exception that leaves a call leaves the instance in pieces: another one takes its place.
 */

import { LOCALES, type Outcome } from "../generated/records.js";
import { instance } from "./core.js";
import type { Reader } from "./reader.js";
import type { Locale } from "./types.js";

/** Writes the parts of an input one after the other. Returns the length. */
export function writeInput(...parts: readonly Uint8Array[]): number {
	return instance().writeInput(parts);
}

/** A language as an argument of its own. */
export function flagsOfLocale(locale: Locale): number {
	return LOCALES.indexOf(locale);
}

/** The outcome of the call that returned this number. */
export function outcomeOf(returned: number): Outcome {
	return returned & 3;
}

/** A reader of the response of the call that returned this number. */
export function responseOf(returned: number): Reader {
	return instance().responseOf(returned);
}

/** All text of the response of the call that returned this number. */
export function textOf(returned: number): string {
	return instance().textOf(returned);
}
