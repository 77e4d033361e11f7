/** The host's encoders, or ours. The build puts them in the place of the globals, in every file of `dist`. */

import { Utf8Decoder, Utf8Encoder } from "./utf8-codec.js";

export const TextDecoder = globalThis.TextDecoder ?? Utf8Decoder;
export const TextEncoder = globalThis.TextEncoder ?? Utf8Encoder;
