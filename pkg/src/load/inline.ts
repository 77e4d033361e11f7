/** Bundlers: ready on import, with the module inside, since no two of them agree on how to carry a file along. */

import wasm from "./generated/membercard_bg.wasm";
import { initSync } from "./init.js";

export * from "./index.js";

initSync(wasm);
