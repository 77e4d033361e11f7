import { shown } from "../input/input.js";
import { Failure } from "../shared/failure.js";
import { type Locale, validateJson } from "../shared/library.js";
import type { SourceText } from "./source-text.js";

/** The value that a text is, which is no update. */
export function parseJson({ name, text }: SourceText): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const reason = (locale: Locale) => reasonIn(text, locale) ?? (error as Error).message;
		throw new Failure({
			"zh-CN": `${shown(name)} 不是 JSON：${reason("zh-CN")}`,
			en: `${shown(name)} is not JSON: ${reason("en")}`,
		});
	}
}

/** Why a text is no JSON, in the words of the strict reader, which knows both languages. */
function reasonIn(text: string, locale: Locale): string | undefined {
	return validateJson(text, { locale }).issues.find(({ code }) => code.startsWith("json_"))?.message;
}
