/** What a value may hold that the module knows by position. */
export interface Keys {
	/** Of an object. */
	readonly members?: ReadonlyMap<string, KnownKey>;
	/** Of the items of an array. */
	readonly items?: Keys;
}

/** A key that the module knows. */
export interface KnownKey {
	/** Its position in the table of the object. */
	readonly position: number;
	readonly keys: Keys;
}

/** Nothing that is known. */
export const NO_KEYS: Keys = {};

/** Stands behind a key whose value is an object. */
const OBJECT = "{";
/** Stands behind a key whose value is an array of objects. */
const OBJECTS = "*";

/** The keys of a payload: of each object that it may hold a line of words, the payload first, as the string table has them. */
export function keysOf(lines: readonly string[][]): Keys {
	const objects: { readonly members: Map<string, KnownKey> }[] = lines.map(() => ({ members: new Map() }));
	// Each object that is marked has the next line.
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
