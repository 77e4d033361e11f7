/**
 * How JavaScript and the module exchange data. `pkg/wasm/src/bridge/mod.rs` has the same text.
 *
 * Calls take and return only numbers. Everything else is in buffers in the module's memory, which stay in place, so
 * that a call allocates no memory and needs no glue for values.
 *
 * **The head** locates the buffers. `head` returns its address, once. It has four numbers: the address of the input,
 * the capacity of the input in bytes, the address of the last response's text, and the address of its numbers.
 *
 * **A call.** JavaScript writes the input, after `reserve` if its capacity does not suffice, and calls a function with
 * the length of the input. The module writes the response. It returns the outcome in the two lowest bits, and the
 * length of the text above them. The next call overwrites the response, so it must be read immediately, without
 * calling anything else.
 *
 * **The response** consists of 32-bit numbers, and one text in which all texts are concatenated. The text is in
 * UTF-16, like JavaScript's strings: engines decode UTF-8 beyond ASCII many times more slowly.
 *
 * **The input** consists of bytes: numbers have four (little-endian), and texts are in UTF-8, as Rust reads them, in
 * place. Data without a length, such as JSON text, comes last.
 *
 * **A value** of JavaScript is encoded as words and one text: one word per value, fields by position, and all texts
 * concatenated in UTF-16, so that nothing has to be parsed or searched for. See `src/json/host_value.rs` of the core.
 * The payload has its own buffer, which `reserve_value` allocates, and is read in place; the buffer is kept until a
 * larger one is needed. Other values, such as the card's current state or a value set in a form, are part of an input:
 * the number of words, the words, and the text. A form's summary is such a value, too, and is passed back unchanged.
 * Values of a form that programs read are JSON text: `JSON.parse` creates objects faster than code can.
 *
 * **A record** is a number with its flags, followed by its members in the order of its description:
 *
 * - a boolean is one flag: 1 for `true`;
 * - an enumeration takes as many flags as its index needs bits;
 * - an optional member has a flag below its own ones: 1 if it is present;
 * - a number is one number; an integer of up to 64 bits is two: the lower half, then the upper half;
 * - a text is its length, in code units of its encoding, and the text; bytes are their length and the bytes, in a
 *   response four to a number (little-endian);
 * - complex and rare data, such as an explanation, is JSON text;
 * - a list is the number of its items, and the items;
 * - a path in a response is the index (plus one) of its leading field in the string table, or 0; the number of further
 *   segments; and each segment: twice an index, or twice the length of a key plus one, and the key. In an input it is
 *   the number of segments, and each segment: an index, or the largest number and the key;
 * - the code of an issue is its index in the string table; a parameter is eight times its index among those of the
 *   code, plus its kind, and the value.
 *
 * `records` describes each record once. The readers and writers of both sides and the TypeScript types are generated
 * from these descriptions.
 *
 * **The string table** contains recurring texts: codes with the names of their parameters, keys of fields, values of
 * enumerations, and the keys of each object, whose positions identify the fields of a value. `start` returns it once,
 * when an instance of the module starts.
 *
 * **Objects.** Two rare calls return a plain object instead: the comparison of two signed messages, by
 * `serde-wasm-bindgen`, and a JSON Schema, by `JSON.parse`. Nothing else has these shapes.
 *
 * **Faults.** An exception that leaves a call leaves the instance in an undefined state: it is replaced by a new one.
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
