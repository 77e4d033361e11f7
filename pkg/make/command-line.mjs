import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { COMMON } from "./esbuild.mjs";
import { dist, here, src } from "./folders.mjs";

/**
 * Bundles the command-line tool. It imports the package from the file beside it, and contains the small libraries that
 * it uses, with their licences.
 */
export function buildCommandLine() {
	const besideIt = {
		name: "package-beside-it",
		setup: ({ onResolve }) =>
			onResolve({ filter: /\/library\.js$/ }, () => ({ path: "./index.mjs", external: true })),
	};
	const terms = ["get-east-asian-width", "leven"].map((name) => {
		const text = readFileSync(join(here, "node_modules", name, "license"), "utf8");
		return `/*!\n${name}\n\n${text.trim()}\n*/`;
	});
	return build({
		...COMMON,
		entryPoints: [join(src, "cli/main.ts")],
		outfile: join(dist, "cli.mjs"),
		format: "esm",
		platform: "node",
		plugins: [besideIt],
		footer: { js: terms.join("\n") },
	});
}
