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
export class SearchTree {
	readonly members = new Map<string, SearchTree>();
	first: Occurrence | undefined;
	last: Occurrence | undefined;

	/** The value at a path within this one. */
	add(path: readonly (string | number)[]): SearchTree {
		let node: SearchTree = this;
		for (const step of path) {
			const key = String(step);
			let member = node.members.get(key);
			if (member === undefined) {
				member = new SearchTree();
				node.members.set(key, member);
			}
			node = member;
		}
		return node;
	}

	/** The values on the way to the one at a path, from this one on. */
	nodesOn(path: readonly (string | number)[]): SearchTree[] {
		const nodes: SearchTree[] = [this];
		for (const step of path) {
			const next = nodes.at(-1)?.members.get(String(step));
			if (next === undefined) {
				break;
			}
			nodes.push(next);
		}
		return nodes;
	}

	/** Notes that it was found. */
	record(occurrence: Occurrence): void {
		this.first ??= occurrence;
		this.last = occurrence;
	}
}
