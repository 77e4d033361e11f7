/** A part of a text, from one offset to just before another. */
export interface Span {
	start: number;
	end: number;
}

/** Where a value stands, and the key before it. */
export interface Occurrence {
	key?: Span;
	value: Span;
}

/** A value that is looked for in a text: it, and what is looked for in it. Of a key that is repeated, each value. */
export class Wanted {
	readonly members = new Map<string, Wanted>();
	first: Occurrence | undefined;
	last: Occurrence | undefined;

	/** The value at a path within this one. */
	at(path: readonly (string | number)[]): Wanted {
		let wanted: Wanted = this;
		for (const step of path) {
			const key = String(step);
			let member = wanted.members.get(key);
			if (member === undefined) {
				member = new Wanted();
				wanted.members.set(key, member);
			}
			wanted = member;
		}
		return wanted;
	}

	/** The values on the way to the one at a path, from this one on. */
	way(path: readonly (string | number)[]): Wanted[] {
		const way: Wanted[] = [this];
		for (const step of path) {
			const next = way.at(-1)?.members.get(String(step));
			if (next === undefined) {
				break;
			}
			way.push(next);
		}
		return way;
	}

	/** Notes that it was found. */
	note(occurrence: Occurrence): void {
		this.first ??= occurrence;
		this.last = occurrence;
	}
}
