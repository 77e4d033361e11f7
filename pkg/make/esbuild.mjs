import { basename, join } from "node:path";
import { build } from "esbuild";
import { src } from "./folders.mjs";

/** Bundles sources with the glue and the WebAssembly module that a folder holds. */
export function esbuild(generated, { plugins = [], ...options }) {
	const loading = {
		name: "loading",
		setup({ onResolve }) {
			onResolve({ filter: /\/generated\/membercard_bg\.(js|wasm)$/ }, ({ path }) => ({
				path: join(generated, basename(path)),
			}));
			// The package as a whole has no side effects; inside it, loading is one.
			onResolve({ filter: /^\.\/load\// }, ({ path }) => ({
				path: join(src, path.replace(/\.js$/, ".ts")),
				sideEffects: true,
			}));
		},
	};
	return build({
		bundle: true,
		target: "es2022",
		charset: "utf8",
		legalComments: "none",
		logLevel: "warning",
		plugins: [loading, ...plugins],
		inject: [join(src, "encoders.ts")],
		...options,
	});
}
