/** A part of a text, from one offset to just before another. */
export interface Span {
	start: number;
	end: number;
}

/** The position of a value, and of its key. */
export interface Occurrence {
	key?: Span;
	value: Span;
}

/** A value to find in a text, and the values to find in it. */
export class SearchTree {
	readonly members = new Map<string, SearchTree>();
	first: Occurrence | undefined;
	last: Occurrence | undefined;

	/** Adds a path, and returns its node. */
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

	/** The nodes along a path, beginning with this one. */
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

	/** Records an occurrence. A repeated key has several. */
	record(occurrence: Occurrence): void {
		this.first ??= occurrence;
		this.last = occurrence;
	}
}
