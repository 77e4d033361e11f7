/** Browsers without a bundler: `init` loads the module from beside this file. */

import { setDefaultSource } from "./init.js";

export * from "./index.js";

setDefaultSource(() => new URL("membercard.wasm", import.meta.url));
