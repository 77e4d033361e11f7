/**
 * Cloudflare Workers, Vercel Edge and similar hosts: ready on import. They do not compile bytes, but import compiled
 * modules; all of them accept `?module`.
 */

import { initSync } from "./init.js";
import wasm from "./membercard.wasm?module";

initSync(wasm);
