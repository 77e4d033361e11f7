import { Utf8Encoder } from "./utf8-codec.js";

export const TextEncoder = globalThis.TextEncoder ?? Utf8Encoder;
