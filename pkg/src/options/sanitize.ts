/** A class whose instances inherit nothing. */
class OwnMembers {
	[name: string]: unknown;
}
Object.setPrototypeOf(OwnMembers.prototype, null);

/**
 * An object with these members only. Absent members are not looked up in `Object.prototype`, which a program may have
 * extended.
 */
export function ownMembers<T extends object>(members: T): T {
	return Object.assign(new OwnMembers(), members) as T;
}

/** Whether an object was created by `ownMembers`. */
export function hasOwnMembersOnly(value: unknown): boolean {
	return value instanceof OwnMembers;
}

/**
 * Gets or creates an own member of an object. Names come from payloads, so `__proto__` must work like any other name.
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
 * The texts and numbers of an object, each read once. The core needs nothing else, and would print other values in full
 * in its messages.
 */
export function plainParts(data: object): Record<string, string | number> {
	const isPlain = ([, value]: [string, unknown]) => typeof value === "string" || typeof value === "number";
	return ownMembers(Object.fromEntries(Object.entries(data).filter(isPlain)));
}

/**
 * A copy of an array of at most `max` items, each read once; `undefined` for anything else. (A proxy may claim billions
 * of items.)
 */
export function arrayCopy(value: unknown, max: number): unknown[] | undefined {
	if (!Array.isArray(value)) {
		return undefined;
	}
	const { length } = value;
	return length <= max ? Array.from({ length }, (_, index): unknown => value[index]) : undefined;
}
