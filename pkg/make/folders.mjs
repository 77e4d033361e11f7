/** Where things are. */

import { join } from "node:path";

/** The npm package. */
export const here = join(import.meta.dirname, "..");
/** The repository. */
export const root = join(here, "..");
export const src = join(here, "src");
/** The sources as JavaScript, each with its declarations. */
export const compiled = join(here, "build");
/** What is published. */
export const dist = join(here, "dist");
/** What differs between the types of families, as a source without its ending. */
export const FAMILY_TYPES = "generated/family";
/** The glue between the sources and a WebAssembly module, as a source without its ending. */
export const GLUE = /^generated\/(?:[\w-]+\/)*membercard$/;
