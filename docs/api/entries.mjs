/** What the package exports, from the list of its entries. The package is built. */

import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { here as package_ } from "../../pkg/make/folders.mjs";
import { ENTRIES } from "../../pkg/make/manifest.mjs";

const NAME = "wechatpay-membercard";
const ALL_OF = /^export \* from "(.+)\.cjs";$/m;

/** The files of declarations, and the names by which each can be imported: its own, then those that export the same. */
export const MODULES = new Map();
for (const { name, types } of ENTRIES) {
	if (types !== undefined) {
		const file = declarationsOf(types);
		MODULES.set(file, [...(MODULES.get(file) ?? []), posix.join(NAME, name)]);
	}
}

/** Where the types of an entry are declared: the file beside it leads there. */
function declarationsOf(types) {
	const file = join(package_, types);
	const [, target] = ALL_OF.exec(readFileSync(file, "utf8"));
	return join(dirname(file), `${target}.d.ts`);
}
