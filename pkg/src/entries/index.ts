/**
 * The whole package: what a back end does with an update, from validation to the explained response, and what a form does.
 *
 * This entry, `/form` and `/validate` are ready where they are imported. Each is also there as `/inline`, which has the
 * WebAssembly module inside on every host, and as `/web`, whose `init` loads the module from a file.
 *
 * @packageDocumentation
 */

export { cardUpdate } from "../standard/card-update-with-json-schema.js";
export * from "./shared/whole.js";
export type * from "./types/membercard-open.js";
