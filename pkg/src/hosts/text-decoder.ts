import { Utf8Decoder } from "./utf8-codec.js";

export const TextDecoder = globalThis.TextDecoder ?? Utf8Decoder;
