import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compiled, dist, GLUE, src } from "./folders.mjs";

/** Writes the declarations that some sources reach, once for ES modules and once for CommonJS. */
export function writeTypes(entries) {
	const importedFrom = /((?:from |import\()"\.\.?\/)([^"]+)\.js"/g;
	const reached = new Set(entries);
	for (const name of reached) {
		const text = GLUE.test(name) ? typesOfGlue(name) : readFileSync(join(compiled, `${name}.d.ts`), "utf8");
		const file = join(dist, "types", name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(`${file}.d.ts`, text);
		writeFileSync(`${file}.d.cts`, text.replace(importedFrom, '$1$2.cjs"'));
		for (const [, start, imported] of text.matchAll(importedFrom)) {
			const folder = start.endsWith("../") ? join(dirname(name), "..") : dirname(name);
			reached.add(join(folder, imported));
		}
	}
}

/** The types that Rust declares, without the classes and functions of the glue and what only they need. */
function typesOfGlue(name) {
	const text = readFileSync(join(src, `${name}.d.ts`), "utf8");
	const firstValue = text.search(/^export (?:default )?(?:class|function) /m);
	// Each of them follows a comment of its own.
	return text.slice(0, text.lastIndexOf("\n/**", firstValue));
}
