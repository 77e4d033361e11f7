/** Folders of the build. */

import { join } from "node:path";

/** The npm package. */
export const here = join(import.meta.dirname, "..");
/** The repository. */
export const root = join(here, "..");
export const src = join(here, "src");
/** The compiled sources, with declarations. */
export const compiled = join(here, "build");
/** The published files. */
export const dist = join(here, "dist");
/** The source, without extension, with the types that differ between families. */
export const FAMILY_TYPES = "generated/family";
/** Matches the source, without extension, of the glue of a WebAssembly module. */
export const GLUE = /^generated\/(?:[\w-]+\/)*membercard$/;
