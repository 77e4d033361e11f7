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
