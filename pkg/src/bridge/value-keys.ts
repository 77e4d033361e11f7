import { core } from "./core.js";
import { textOf } from "./protocol.js";

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

type Told = { [key: string]: Told } | [Told] | 0;

const NO_KEYS: Keys = {};

let known: Keys | undefined;

/** The keys of the update. The answer before must have been taken. */
export function knownKeys(): Keys {
	known ??= keysOf(JSON.parse(textOf(core().value_keys())) as Told);
	return known;
}

function keysOf(told: Told): Keys {
	if (told === 0) {
		return NO_KEYS;
	}
	if (Array.isArray(told)) {
		return { items: keysOf(told[0]) };
	}
	const members = Object.entries(told).map(
		([key, inside], position) => [key, { position, keys: keysOf(inside) }] as const,
	);
	return { members: new Map(members) };
}
