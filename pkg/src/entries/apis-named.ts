import type { Apis, Gets } from "../bridge/types.js";
import type { AnyGetName, AnyName } from "../generated/glue.js";

type None<Name extends never> = Name;

/** Compiles only if the types and the core know the same endpoints. An error shows those in which they differ. */
export type ApisNamed = [
	None<Exclude<AnyName, keyof Apis>>,
	None<Exclude<keyof Apis, AnyName>>,
	None<Exclude<AnyGetName, keyof Gets>>,
	None<Exclude<keyof Gets, AnyGetName>>,
];
