/**
 * The types of Standard Schema v1 and Standard JSON Schema v1 (https://standardschema.dev), copied as the specification
 * advises, so that the package needs no other one. They are those of `@standard-schema/spec` but for their names.
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

/** A schema that every library takes that wants it as JSON Schema. */
export interface StandardJSONSchemaV1<Input = unknown, Output = Input> {
	readonly "~standard": StandardJSONSchemaProps<Input, Output>;
}

/** What such a library reads of a schema. */
export interface StandardJSONSchemaProps<Input = unknown, Output = Input>
	extends Pick<StandardProps<Input, Output>, "version" | "vendor" | "types"> {
	readonly jsonSchema: {
		/** What may be handed in, as JSON Schema. Throws for a dialect that is not supported. */
		readonly input: (options: StandardJSONSchemaOptions) => Record<string, unknown>;
		/** What comes out, as JSON Schema. Throws for a dialect that is not supported. */
		readonly output: (options: StandardJSONSchemaOptions) => Record<string, unknown>;
	};
}

/** Which JSON Schema is asked for. */
export interface StandardJSONSchemaOptions {
	readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
	readonly libraryOptions?: Record<string, unknown> | undefined;
}
