import type { Session } from "../arguments/command.js";
import { API_NAMES, type Api, libraryOf } from "../shared/libraries.js";
import type { Words } from "../shared/words.js";
import type { JudgedCard } from "./each-card.js";

/** What the issues of a payload are called that has fields of another endpoint. */
const OF_OTHERS: readonly string[] = ["unknown_key", "no_known_field", "field_fixed"];

/** A hint at the endpoint that a card's payload is meant for, if it has more of its fields than of the one that was asked. */
export function otherApi({ api }: Session, { card, issues }: JudgedCard): Words | undefined {
	if (!issues.some(({ code }) => OF_OTHERS.includes(code))) {
		return undefined;
	}
	const keys = keysIn(card.bytes);
	const known = (name: Api) => keys.filter((key) => isField(name, key)).length;
	const [best = api] = [api, ...API_NAMES].sort((one, other) => known(other) - known(one));
	return best === api
		? undefined
		: { "zh-CN": `这些是 ${best} 的字段：--api ${best}`, en: `these are fields of ${best}: --api ${best}` };
}

function keysIn(bytes: Uint8Array): string[] {
	try {
		return Object.keys(JSON.parse(Buffer.from(bytes).toString()) ?? {});
	} catch {
		return [];
	}
}

const fieldsOf = new Map<Api, ReadonlySet<string>>();

function isField(api: Api, key: string): boolean {
	let names = fieldsOf.get(api);
	if (names === undefined) {
		names = new Set(
			libraryOf(api)
				.fields({ api })
				.map(({ pointer }) => pointer.slice(1)),
		);
		fieldsOf.set(api, names);
	}
	return names.has(key);
}
