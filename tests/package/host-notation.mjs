import { hostTextOf } from "../../pkg/build/bridge/host-value.js";

/** Any value in host notation, as a string. */
export function hostNotation(value) {
	return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(hostTextOf(value));
}
