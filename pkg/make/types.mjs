import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { compiled, dist, FAMILY_TYPES, GLUE, src } from "./folders.mjs";
import { familyTypes } from "./glue.mjs";

const IMPORTED = /((?:from |import\()")(\.\.?\/[^"]+)\.js"/g;

/** The path of an entry's declarations, without extension. */
export function typesOf(folder, entry) {
	return join(dist, "types", folder, "entries", folder, entry);
}

/**
 * Writes the declarations that the entries of a family use, for ES modules and CommonJS. Declarations that depend on
 * the family go into its folder; the others serve all families.
 */
export function writeTypes({ family, folder, entries }) {
	const declarations = reachedFrom(
		entries.map((entry) => posix.join("entries", folder, entry)),
		family,
	);
	const place = (name) => (declarations.get(name).isOfFamily ? posix.join(folder, name) : name);
	for (const [name, { text }] of declarations) {
		const file = join(dist, "types", place(name));
		const written = (ending) =>
			text.replace(IMPORTED, (_, start, specifier) => {
				const path = posix.relative(dirname(place(name)), place(target(name, specifier)));
				return `${start}${path.startsWith(".") ? "" : "./"}${path}.${ending}"`;
			});
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(`${file}.d.ts`, written("js"));
		writeFileSync(`${file}.d.cts`, written("cjs"));
	}
}

/** The declarations that sources use, by source, and whether they depend on the family. */
function reachedFrom(names, family) {
	const declarations = new Map();
	const reach = (name) => {
		if (!declarations.has(name)) {
			const text = textOf(name, family);
			const imports = [...text.matchAll(IMPORTED)].map(([, , specifier]) => target(name, specifier));
			declarations.set(name, { text, imports, isOfFamily: name === FAMILY_TYPES });
			imports.forEach(reach);
		}
	};
	names.forEach(reach);
	const all = [...declarations.values()];
	const isNew = ({ imports, isOfFamily }) =>
		!isOfFamily && imports.some((name) => declarations.get(name).isOfFamily);
	for (let found = all.filter(isNew); found.length > 0; found = all.filter(isNew)) {
		for (const declaration of found) {
			declaration.isOfFamily = true;
		}
	}
	return declarations;
}

/** The source that another one imports. */
function target(name, specifier) {
	return posix.join(dirname(name), specifier);
}

function textOf(name, family) {
	if (name === FAMILY_TYPES) {
		return familyTypes(family);
	}
	const text = GLUE.test(name) ? typesOfGlue(name) : readFileSync(join(compiled, `${name}.d.ts`), "utf8");
	// The same for types only, in the syntax of TypeScript before 5.0.
	return text.replaceAll("export type * from", "export * from");
}

/** The types declared in Rust, without classes and functions of the glue. */
function typesOfGlue(name) {
	const text = readFileSync(join(src, `${name}.d.ts`), "utf8");
	const firstValue = text.search(/^export (?:default )?(?:class|function) /m);
	// Each value has a comment, which is cut off, too.
	return text.slice(0, text.lastIndexOf("\n/**", firstValue));
}
