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
