import { basename, join } from "node:path";
import { build } from "esbuild";
import { src } from "./folders.mjs";

/** Options of all bundles. */
export const COMMON = {
	bundle: true,
	target: "es2022",
	charset: "utf8",
	legalComments: "none",
	logLevel: "warning",
};

/**
 * Bundles sources with the glue and the WebAssembly module in a folder. With `wasm`, that file is required instead of
 * the module.
 */
export function esbuild(generated, { wasm, ...options }) {
	const loading = {
		name: "loading",
		setup({ onResolve }) {
			onResolve({ filter: /\/generated\/(glue\.js|membercard_bg\.wasm)$/ }, ({ path }) =>
				wasm !== undefined && path.endsWith(".wasm")
					? { path: wasm, external: true }
					: { path: join(generated, basename(path)) },
			);
			// The package is marked as free of side effects, but loading the module is one.
			onResolve({ filter: /^\.\/hosts\// }, ({ path }) => ({
				path: join(src, path.replace(/\.js$/, ".ts")),
				sideEffects: true,
			}));
		},
	};
	return build({ ...COMMON, plugins: [loading], inject: [join(src, "hosts/encoders.ts")], ...options });
}
