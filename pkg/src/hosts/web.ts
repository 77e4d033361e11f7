/** Browsers and workers that load ES modules directly: `init` fetches the WebAssembly module from beside this file. */

import { setDefaultSource } from "./init.js";

setDefaultSource(() => new URL("./membercard.wasm", import.meta.url));
