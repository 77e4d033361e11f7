import { displayName } from "../input/input.js";
import { Failure } from "../shared/failure.js";
import { type Locale, validateJson } from "../shared/library.js";
import type { SourceText } from "./source-text.js";

/** Parses a text that is not an update. Throws a Failure. */
export function parseJson({ name, text }: SourceText): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const reason = (locale: Locale) => reasonIn(text, locale) ?? (error as Error).message;
		throw new Failure({
			"zh-CN": `${displayName(name)} 不是 JSON：${reason("zh-CN")}`,
			en: `${displayName(name)} is not JSON: ${reason("en")}`,
		});
	}
}

/** Why a text is not JSON, in the words of the core's parser, which has both languages. */
function reasonIn(text: string, locale: Locale): string | undefined {
	return validateJson(text, { locale }).issues.find(({ code }) => code.startsWith("json_"))?.message;
}
