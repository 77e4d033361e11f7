/** The keys of a value that the module knows by position. */
export interface Keys {
	/** If the value is an object. */
	readonly members?: ReadonlyMap<string, KnownKey>;
	/** If the value is an array: the keys of its items. */
	readonly items?: Keys;
}

/** A key that the module knows. */
export interface KnownKey {
	/** Its position in the table of the object. */
	readonly position: number;
	readonly keys: Keys;
}

/** No known keys. */
export const NO_KEYS: Keys = {};

/** Follows a key whose value is an object. */
const OBJECT = "{";
/** Follows a key whose value is an array of objects. */
const OBJECTS = "*";

/** Reads the keys of a payload from the string table: one line for each object, the payload first. */
export function keysOf(lines: readonly string[][]): Keys {
	const objects: { readonly members: Map<string, KnownKey> }[] = lines.map(() => ({ members: new Map() }));
	// Each marked object has the next line.
	let last = 0;
	const keysBehind = (mark: string | undefined): Keys => {
		switch (mark) {
			case OBJECT:
				return objects[++last] as Keys;
			case OBJECTS:
				return { items: objects[++last] as Keys };
			default:
				return NO_KEYS;
		}
	};
	for (const [place, { members }] of objects.entries()) {
		const words = lines[place] as string[];
		for (const [at, word] of words.entries()) {
			if (word !== OBJECT && word !== OBJECTS) {
				members.set(asKey(word), { position: members.size, keys: keysBehind(words[at + 1]) });
			}
		}
	}
	return objects[0] as Keys;
}

/** The same text as engines keep the keys of objects: a map finds it by identity, and any other by its letters. */
function asKey(text: string): string {
	return Object.keys({ [text]: undefined })[0] as string;
}
