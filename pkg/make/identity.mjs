import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { dist, here } from "./folders.mjs";

/** The identity of an offer's module, which also differs between builds. */
export function identityOf({ folder, generated }) {
	const { name, version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
	const wasm = readFileSync(join(generated, "membercard_bg.wasm"));
	return {
		wasm,
		module: posix.join(name, relative(dist, folder), "membercard.wasm"),
		version,
		digest: createHash("sha256").update(wasm).digest("hex").slice(0, 8),
	};
}
