/** Node.js: ready on import. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync, setDefaultSource } from "../init.js";

declare const __dirname: string;

try {
	initSync(readFileSync(join(__dirname, "membercard.wasm")));
} catch (cause) {
	// A tool that moved this file may have left the module behind: it can still be given to `init`.
	setDefaultSource(() => {
		throw new Error("wechatpay-membercard could not load membercard.wasm: give it to `init`", { cause });
	});
}
