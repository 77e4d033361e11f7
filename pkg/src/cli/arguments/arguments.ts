import { UsageError } from "../shared/failure.js";
import { didYouMean } from "./did-you-mean.js";
import type { Flag } from "./flag.js";

/** The parsed command line. */
export class Arguments {
	readonly positionals: string[] = [];
	readonly #values = new Map<string, string[]>();

	add({ name, repeats }: Flag, value: string | undefined): void {
		const before = repeats ? this.values(name) : [];
		this.#values.set(name, value === undefined ? before : [...before, value]);
	}

	/** Whether an option is given. */
	has(name: string): boolean {
		return this.#values.has(name);
	}

	/** All values of an option. */
	values(name: string): string[] {
		return this.#values.get(name) ?? [];
	}

	/** The value of an option. */
	value(name: string): string | undefined {
		return this.values(name).at(-1);
	}

	/** The value of an option that must be there. */
	required(name: string): string {
		this.requireAll(name);
		return this.value(name) as string;
	}

	/** Throws a UsageError that names every missing option. */
	requireAll(...names: string[]): void {
		const missing = names.filter((name) => !this.has(name)).map((name) => `--${name}`);
		if (missing.length > 0) {
			throw new UsageError({
				"zh-CN": `缺少选项 ${missing.join("、")}`,
				en: `missing: ${missing.join(", ")}`,
			});
		}
	}

	/** Throws a UsageError unless exactly one of these options is given. */
	exactlyOne(...names: string[]): void {
		this.exclusive(...names);
		if (!names.some((name) => this.has(name))) {
			const list = names.map((name) => `--${name}`);
			throw new UsageError({
				"zh-CN": `缺少选项 ${list.join(" 或 ")}`,
				en: `missing: ${list.join(" or ")}`,
			});
		}
	}

	/** The value of an option with a list of allowed values. */
	oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
		const value = this.value(name);
		if (value !== undefined && !allowed.includes(value as T)) {
			throw new UsageError(
				{
					"zh-CN": `--${name} 应为 ${allowed.join(" 或 ")}，不应为 ${value}`,
					en: `--${name} is ${allowed.join(" or ")}, not ${value}`,
				},
				didYouMean(value, allowed),
			);
		}
		return value as T | undefined;
	}

	/** The value of an option that takes a whole number. */
	wholeNumber(name: string, minimum: number, maximum: number): number | undefined {
		const value = this.value(name);
		if (value === undefined) {
			return undefined;
		}
		const number = Number(value);
		if (!/^\d+$/.test(value) || number < minimum || number > maximum) {
			throw new UsageError({
				"zh-CN": `--${name} 应为 ${minimum} 到 ${maximum} 的整数，不应为 ${value}`,
				en: `--${name} is a whole number from ${minimum} to ${maximum}, not ${value}`,
			});
		}
		return number;
	}

	/** The value of an option that takes a time, in milliseconds since the epoch. */
	time(name: string): number | undefined {
		const value = this.value(name);
		if (value === undefined) {
			return undefined;
		}
		const time = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
		if (Number.isNaN(time)) {
			throw new UsageError({
				"zh-CN": `--${name} 应为带时区的时间，如 2026-01-31T12:00:00+08:00，不应为 ${value}`,
				en: `--${name} is a time with its offset, such as 2026-01-31T12:00:00+08:00, not ${value}`,
			});
		}
		return time;
	}

	/** Throws a UsageError for too many positional arguments. */
	atMost(count: number): void {
		const surplus = this.positionals[count];
		if (surplus !== undefined) {
			throw new UsageError({ "zh-CN": `多余的参数 ${surplus}`, en: `${surplus} is one argument too many` });
		}
	}

	/** Throws a UsageError if two of these options are given. */
	exclusive(...names: string[]): void {
		const [first, second] = names.filter((name) => this.has(name));
		if (second !== undefined) {
			throw new UsageError({
				"zh-CN": `--${first} 与 --${second} 不能同时使用`,
				en: `--${first} and --${second} exclude each other`,
			});
		}
	}
}
