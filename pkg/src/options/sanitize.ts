/** An object with nothing behind it. */
class OwnMembers {
	[name: string]: unknown;
}
Object.setPrototypeOf(OwnMembers.prototype, null);

/**
 * An object with these members and nothing else: one that is absent is not looked for in `Object.prototype`, to which a
 * program may have added anything.
 */
export function ownMembers<T extends object>(members: T): T {
	return Object.assign(new OwnMembers(), members) as T;
}

/** Whether an object was made so. */
export function hasOwnMembersOnly(value: unknown): boolean {
	return value instanceof OwnMembers;
}

/**
 * The member of an object, which is made if there is none. It is the object's own, whatever its name: names come from
 * payloads, and `__proto__` must be one like any other.
 */
export function ownMember<T>(
	members: Record<PropertyKey, T | undefined>,
	name: PropertyKey,
	make: () => T,
): T {
	const found = Object.hasOwn(members, name) ? members[name] : undefined;
	if (found !== undefined) {
		return found;
	}
	const made = make();
	Object.defineProperty(members, name, { value: made, enumerable: true, configurable: true, writable: true });
	return made;
}

/**
 * What an object holds of texts and numbers, each read once. The core reads nothing else of data that comes from
 * elsewhere, and would describe whatever else it finds there in full.
 */
export function plainParts(data: object): Record<string, string | number> {
	const isPlain = ([, value]: [string, unknown]) => typeof value === "string" || typeof value === "number";
	return ownMembers(Object.fromEntries(Object.entries(data).filter(isPlain)));
}

/**
 * A copy of an array of at most `max` items, each read once, or nothing for any other value. An array, or a proxy of
 * one, may say that it has billions of items.
 */
export function arrayCopy(value: unknown, max: number): unknown[] | undefined {
	if (!Array.isArray(value)) {
		return undefined;
	}
	const { length } = value;
	return length <= max ? Array.from({ length }, (_, index): unknown => value[index]) : undefined;
}
