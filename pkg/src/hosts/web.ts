/** Browsers and workers that load modules by themselves: `init` loads the WebAssembly module from beside this file. */

import { setDefaultSource } from "./init.js";

setDefaultSource(() => new URL("./membercard.wasm", import.meta.url));
