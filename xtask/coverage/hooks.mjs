/** Resolves the bundle to the modules that it was made of. */

const SUBSTITUTES = {
	"pkg/dist/index.mjs": new URL("modules.mjs", import.meta.url).href,
	"generated/glue.js": new URL("../../pkg/src/generated/glue.js", import.meta.url).href,
};

export function resolve(specifier, context, next) {
	const ending = Object.keys(SUBSTITUTES).find((ending) => specifier.endsWith(ending));
	return ending === undefined ? next(specifier, context) : { url: SUBSTITUTES[ending], shortCircuit: true };
}
