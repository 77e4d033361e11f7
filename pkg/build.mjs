/** Builds `dist` from `src`, where `src/generated` already holds the WebAssembly module and its glue. */

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const dist = join(here, "dist");
const compiled = join(here, "build");
const generated = join(here, "src", "generated");
const GLUE = "generated/membercard";

compile();
rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "types"), { recursive: true });
copyFileSync(join(generated, "membercard_bg.wasm"), join(dist, "membercard.wasm"));
await Promise.all([
	bundle("entry-node.ts", "index.cjs", { format: "cjs", platform: "node" }),
	bundle("entry-bundler.ts", "bundler.mjs", { format: "esm", loader: { ".wasm": "binary" } }),
	bundle("entry-browser.ts", "browser.mjs", { format: "esm", minify: true }),
	bundle("cli/main.ts", "cli.mjs", { format: "esm", platform: "node", ...cliOptions() }),
]);
writeNodeModule();
writeTypes();
linkByName();

/** Type checks the sources, and writes each as JavaScript with its declarations. */
function compile() {
	rmSync(compiled, { recursive: true, force: true });
	const tsc = join(here, "node_modules", "typescript", "bin", "tsc");
	const { status } = spawnSync(process.execPath, [tsc, "--project", here], { stdio: "inherit" });
	if (status !== 0) {
		process.exit(1);
	}
}

function bundle(entry, output, options) {
	return build({
		entryPoints: [join(here, "src", entry)],
		outfile: join(dist, output),
		bundle: true,
		target: "es2022",
		charset: "utf8",
		legalComments: "none",
		logLevel: "warning",
		...options,
	});
}

/** The command-line tool imports the package from beside it, and holds the small libraries that it uses, with their terms. */
function cliOptions() {
	const besideIt = {
		name: "package-beside-it",
		setup: ({ onResolve }) =>
			onResolve({ filter: /\/library\.js$/ }, () => ({ path: "./index.mjs", external: true })),
	};
	const terms = ["get-east-asian-width", "leven"].map((name) => {
		const text = readFileSync(join(here, "node_modules", name, "license"), "utf8");
		return `/*!\n${name}\n\n${text.trim()}\n*/`;
	});
	return { plugins: [besideIt], footer: { js: terms.join("\n") } };
}

/** The ES module for Node is the CommonJS module under another name, so that a program never holds the package twice. */
function writeNodeModule() {
	const names = Object.keys(createRequire(import.meta.url)("./dist/index.cjs")).sort();
	writeFileSync(
		join(dist, "index.mjs"),
		`import membercard from "./index.cjs";\n\nexport const { ${names.join(", ")} } = membercard;\n`,
	);
}

/** The declarations that `index.d.ts` reaches, once for ES modules and once for CommonJS. */
function writeTypes() {
	const importedFrom = /((?:from |import\()"\.\.?\/)([^"]+)\.js"/g;
	const reached = new Set(["index"]);
	for (const name of reached) {
		const text = name === GLUE ? typesOfGlue() : readFileSync(join(compiled, `${name}.d.ts`), "utf8");
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
function typesOfGlue() {
	const text = readFileSync(join(generated, "membercard.d.ts"), "utf8");
	const firstValue = text.search(/^export (?:default )?(?:class|function) /m);
	// Each of them follows a comment of its own.
	return text.slice(0, text.lastIndexOf("\n/**", firstValue));
}

/** Lets the examples of this checkout import the package by its name, as its users do. */
function linkByName() {
	const modules = join(here, "..", "node_modules");
	const link = join(modules, "wechatpay-membercard");
	mkdirSync(modules, { recursive: true });
	rmSync(link, { force: true });
	symlinkSync(here, link, "junction");
}
