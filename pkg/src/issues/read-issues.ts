import { core } from "../core.js";
import { answeredNumbers, answeredText } from "../mailbox.js";
import type { Issue } from "../types.js";

const SEVERITIES = ["error", "warning"] as const;
const LOCATIONS = ["body", "current", "request"] as const;

/** What the module calls a code, and the names of its parameters. */
type Code = readonly string[];
type Param = string | number | boolean | string[];

let catalogue: readonly Code[] | undefined;

/** The codes, in the order of the module's catalogue. */
function codes(): readonly Code[] {
	catalogue ??= answeredText(core().issue_codes())
		.trim()
		.split("\n")
		.map((line) => line.split(" "));
	return catalogue;
}

/** The issues of an answer whose text is that long. `pkg/wasm/src/told.rs` wrote them. */
export function readIssues(length: number): Issue[] {
	const reader = new Reader(answeredText(length), answeredNumbers());
	return reader.issues(codes());
}

class Reader {
	/** The place of the next number, and of the next text. */
	private at = 0;
	private textAt = 0;

	constructor(
		private readonly text: string,
		private readonly numbers: Uint32Array,
	) {}

	issues(codes: readonly Code[]): Issue[] {
		const issues: Issue[] = [];
		for (let left = this.number(); left > 0; left--) {
			issues.push(this.issue(codes));
		}
		return issues;
	}

	private issue(codes: readonly Code[]): Issue {
		const names = codes[this.number()] as Code;
		const severity = SEVERITIES[this.number()];
		const location = LOCATIONS[this.number()];
		const path: (string | number)[] = [];
		let pointer = "";
		for (let left = this.number(); left > 0; left--) {
			const step = this.step();
			path.push(step);
			pointer += `/${typeof step === "string" ? escaped(step) : step}`;
		}
		const params: Record<string, Param> = {};
		for (let left = this.number(); left > 0; left--) {
			const head = this.number();
			params[names[(head >> 2) + 1] as string] = this.param(head & 3);
		}
		const message = this.slice();
		return { severity, code: names[0], location, path, pointer, params, message } as Issue;
	}

	private step(): string | number {
		const step = this.number();
		return step & 1 ? this.take(step >>> 1) : step >>> 1;
	}

	private param(kind: number): Param {
		const { CoreParam } = core();
		switch (kind) {
			case CoreParam.Text:
				return this.slice();
			case CoreParam.Integer: {
				const lower = this.number();
				return (this.number() | 0) * 2 ** 32 + lower;
			}
			case CoreParam.Boolean:
				return this.number() === 1;
			default:
				return this.list();
		}
	}

	private list(): string[] {
		const texts: string[] = [];
		for (let left = this.number(); left > 0; left--) {
			texts.push(this.slice());
		}
		return texts;
	}

	private number(): number {
		return this.numbers[this.at++] as number;
	}

	private slice(): string {
		return this.take(this.number());
	}

	private take(length: number): string {
		this.textAt += length;
		return this.text.slice(this.textAt - length, this.textAt);
	}
}

/** A key as a step of a JSON pointer (RFC 6901). */
function escaped(key: string): string {
	return /[~/]/.test(key) ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}
