import type { Localized } from "../../options/locale.js";
import type { Session } from "../arguments/command.js";
import { API_NAMES, type Api, libraryOf } from "../shared/libraries.js";
import type { CheckedCard } from "./each-card.js";

/** Codes of issues that fields of another endpoint cause. */
const CODES_OF_OTHER_APIS: readonly string[] = ["unknown_key", "no_known_field", "field_fixed"];

/** Suggests another endpoint if the payload has more fields of that one. */
export function otherApi({ api }: Session, { card, issues }: CheckedCard): Localized | undefined {
	if (!issues.some(({ code }) => CODES_OF_OTHER_APIS.includes(code))) {
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
