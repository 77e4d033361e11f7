/** The package as one module for each source, in place of the bundle, so that coverage can tell them apart. */

import { readFileSync } from "node:fs";
import { initSync } from "../../pkg/build/entries/index.js";

export * from "../../pkg/build/entries/index.js";

initSync(readFileSync(new URL("../../pkg/dist/membercard.wasm", import.meta.url)));
