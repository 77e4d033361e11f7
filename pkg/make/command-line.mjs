import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { dist, here, src } from "./folders.mjs";

/** The command-line tool imports the package from beside it, and holds the small libraries that it uses, with their terms. */
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
		entryPoints: [join(src, "cli/main.ts")],
		outfile: join(dist, "cli.mjs"),
		bundle: true,
		format: "esm",
		platform: "node",
		target: "es2022",
		charset: "utf8",
		legalComments: "none",
		logLevel: "warning",
		plugins: [besideIt],
		footer: { js: terms.join("\n") },
	});
}
