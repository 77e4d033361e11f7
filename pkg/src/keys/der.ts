/** The part of DER needed for certificates and PKCS#1 keys, which WebCrypto does not read. */

/** A DER value. */
export interface DerValue {
	readonly tag: number;
	/** The content. */
	readonly content: Uint8Array;
	/** The whole encoding. */
	readonly whole: Uint8Array;
}

const SEQUENCE = 0x30;
const LONG = 0x80;
const MAX_LENGTH_BYTES = 4;

/** Reads consecutive DER values. Throws a RangeError for anything else. */
export function readDer(bytes: Uint8Array): DerValue[] {
	const values: DerValue[] = [];
	for (let start = 0; start < bytes.length; ) {
		const [tag = 0, short = 0] = bytes.subarray(start);
		const count = short < LONG ? 0 : short - LONG;
		const begin = start + 2 + count;
		const length = count === 0 ? short : lengthOf(bytes.subarray(start + 2, begin), count);
		const end = begin + length;
		if (end > bytes.length) {
			throw new RangeError("it ends too early");
		}
		values.push({ tag, content: bytes.subarray(begin, end), whole: bytes.subarray(start, end) });
		start = end;
	}
	return values;
}

function lengthOf(bytes: Uint8Array, count: number): number {
	if (bytes.length !== count || count > MAX_LENGTH_BYTES) {
		throw new RangeError("a length is too long");
	}
	return bytes.reduce((length, byte) => length * 256 + byte, 0);
}

/** Reads the values of a SEQUENCE. Throws a RangeError for anything else. */
export function readSequence(value: DerValue | undefined): DerValue[] {
	if (value?.tag !== SEQUENCE) {
		throw new RangeError("it is no sequence");
	}
	return readDer(value.content);
}

/** Encodes a value. */
export function encodeDer(tag: number, ...parts: Uint8Array[]): Uint8Array {
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const bytes = length < LONG ? [length] : [LONG + 2, length >> 8, length & 0xff];
	return Uint8Array.from([tag, ...bytes, ...parts.flatMap((part) => [...part])]);
}

/** Encodes a SEQUENCE. */
export function sequenceOf(...parts: Uint8Array[]): Uint8Array {
	return encodeDer(SEQUENCE, ...parts);
}
