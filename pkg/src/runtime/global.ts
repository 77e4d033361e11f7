/** A global type of the host, such as `URL`; nothing where the host's declarations do not have it. */
export type Global<Name extends string> =
	typeof globalThis extends Record<Name, { prototype: infer Type }> ? Type : never;
