/** Files of the package that no program can import, with an instance of the module of their own. */

import { register } from "node:module";

const generated = new URL("../../pkg/src/generated/", import.meta.url).href;

// The glue is not compiled: it lies beside the sources.
const hooks = `export function resolve(specifier, context, next) {
	const glue = /\\/generated\\/(.*)$/.exec(specifier);
	return next(glue === null ? specifier : ${JSON.stringify(generated)} + glue[1], context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

export function inside(file) {
	return import(new URL(`../../pkg/build/${file}.js`, import.meta.url));
}
