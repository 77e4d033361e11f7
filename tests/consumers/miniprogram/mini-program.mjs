/**
 * A simulation of what a Mini Program finds: the real runtime is part of WeChat and cannot run here. It knows what WeChat's
 * documentation says: npm packages are built by copying the folder that `miniprogram` names, files are CommonJS modules,
 * WebAssembly is `WXWebAssembly` and reads nothing but files of the code package, and of the globals of browsers and Node
 * there is none.
 */

import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import vm from "node:vm";
import { brotliDecompressSync } from "node:zlib";

const UPLOADED = new Set([".js", ".json", ".wasm", ".br"]);

/** Does what the developer tools do when they build npm packages. */
export function buildNpm(project, codePackage, name) {
	const folder = join(project, "node_modules", name);
	const { miniprogram } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const target = join(codePackage, "miniprogram_npm", name);
	mkdirSync(dirname(target), { recursive: true });
	cpSync(join(folder, miniprogram), target, {
		recursive: true,
		filter: (file) => extname(file) === "" || UPLOADED.has(extname(file)),
	});
}

/** Starts a code package; returns what its module exports. */
export function start(codePackage, main) {
	const context = vm.createContext({ WXWebAssembly: { instantiate } });
	vm.runInContext("delete globalThis.WebAssembly", context);
	const loaded = new Map();

	function requireFrom(folder, specifier) {
		const file = specifier.startsWith(".")
			? join(folder, specifier)
			: join(codePackage, "miniprogram_npm", specifier, "index.js");
		if (!loaded.has(file)) {
			const module = { exports: {} };
			loaded.set(file, module);
			const wrapped = `(function (require, module, exports) {${readFileSync(file, "utf8")}\n})`;
			const run = vm.runInContext(wrapped, context, { filename: file });
			run((name) => requireFrom(dirname(file), name), module, module.exports);
		}
		return loaded.get(file).exports;
	}

	async function instantiate(path, imports) {
		if (typeof path !== "string" || !/\.wasm(\.br)?$/.test(path)) {
			throw new TypeError("instantiate takes the path of a .wasm or .wasm.br file");
		}
		const bytes = readFileSync(join(codePackage, path));
		return WebAssembly.instantiate(path.endsWith(".br") ? brotliDecompressSync(bytes) : bytes, imports);
	}

	return { exports: requireFrom(codePackage, main), context };
}
