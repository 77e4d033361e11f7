/**
 * Cloudflare Workers, Vercel's edge and their kin: ready on import. They compile no bytes, but a file that is imported
 * arrives compiled; with `?module`, all of them know what is meant.
 */

import { initSync } from "./init.js";
import wasm from "./membercard.wasm?module";

initSync(wasm);
