/**
 * The types of Standard Schema v1 (https://standardschema.dev), copied as the specification advises, so that the package
 * needs no other one. They are those of `@standard-schema/spec` but for their names.
 */

/** A schema that every library takes that speaks Standard Schema. */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
	readonly "~standard": StandardProps<Input, Output>;
}

/** What such a library reads of a schema. */
export interface StandardProps<Input = unknown, Output = Input> {
	readonly version: 1;
	readonly vendor: string;
	readonly validate: (
		value: unknown,
		options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
	) => StandardResult<Output>;
	/** Carries the types for inference; there is no value. */
	readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** What a validation found. */
export type StandardResult<Output> =
	| { readonly value: Output; readonly issues?: undefined }
	| { readonly issues: readonly StandardIssue[] };

/** What is wrong, and where. */
export interface StandardIssue {
	readonly message: string;
	readonly path?: readonly PropertyKey[] | undefined;
}
