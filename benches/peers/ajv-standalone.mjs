/** The code that ajv writes ahead of time, with no compiler in it: `lib/bundles.mjs` makes it. */

export { issues } from "../build/ajv-standalone.mjs";
export { pointers } from "./ajv-schema.mjs";
