/**
 * Ready on import, with the module inside: for bundlers, since no two of them agree on how to carry a file along, and
 * wherever there is no file to read and nothing to fetch from.
 */

import wasm from "../generated/membercard_bg.wasm";
import { initSync, setDefaultSource } from "./init.js";

try {
	initSync(wasm);
} catch {
	// Older browsers compile so much only in the background: `init` does. Whoever calls without it is told why.
	setDefaultSource(() => wasm);
}
