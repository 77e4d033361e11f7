/**
 * Ready on import, with the module inside: for bundlers, which handle separate files differently, and for hosts without
 * files or network.
 */

import wasm from "../generated/membercard_bg.wasm";
import { initSync, setDefaultSource } from "./init.js";

try {
	initSync(wasm);
} catch {
	// Older browsers compile large modules only asynchronously: there, `init` must be called.
	setDefaultSource(() => wasm);
}
