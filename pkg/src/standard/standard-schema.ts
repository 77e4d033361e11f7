/**
 * The types of Standard Schema v1 and Standard JSON Schema v1 (https://standardschema.dev), copied as the specification
 * advises, so that the package needs no other one. They are those of `@standard-schema/spec` but for their names.
 */

/** A schema that every library takes that speaks Standard Schema. */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
	/** Where such libraries look. */
	readonly "~standard": StandardProps<Input, Output>;
}

/** What such a library reads of a schema. */
export interface StandardProps<Input = unknown, Output = Input> {
	/** The version of Standard Schema. */
	readonly version: 1;
	/** Who made the schema. */
	readonly vendor: string;
	/** Validates any value. */
	readonly validate: (
		value: unknown,
		options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
	) => StandardResult<Output>;
	/** Carries the types for inference; there is no value. */
	readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** What a validation found. */
export type StandardResult<Output> =
	| {
			/** The normalized value. */
			readonly value: Output;
			/** Absent when it is valid. */
			readonly issues?: undefined;
	  }
	| {
			/** What is wrong. */
			readonly issues: readonly StandardIssue[];
	  };

/** What is wrong, and where. */
export interface StandardIssue {
	/** The issue in words. */
	readonly message: string;
	/** The keys and indexes that lead to its place. */
	readonly path?: readonly PropertyKey[] | undefined;
}

/** A schema that every library takes that wants it as JSON Schema. */
export interface StandardJSONSchemaV1<Input = unknown, Output = Input> {
	/** Where such libraries look. */
	readonly "~standard": StandardJSONSchemaProps<Input, Output>;
}

/** What such a library reads of a schema. */
export interface StandardJSONSchemaProps<Input = unknown, Output = Input>
	extends Pick<StandardProps<Input, Output>, "version" | "vendor" | "types"> {
	/** Makes the JSON Schema. */
	readonly jsonSchema: {
		/** What may be handed in, as JSON Schema. Throws for a dialect that is not supported. */
		readonly input: (options: StandardJSONSchemaOptions) => Record<string, unknown>;
		/** What comes out, as JSON Schema. Throws for a dialect that is not supported. */
		readonly output: (options: StandardJSONSchemaOptions) => Record<string, unknown>;
	};
}

/** Which JSON Schema is asked for. */
export interface StandardJSONSchemaOptions {
	/** The dialect. */
	readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
	/** What only some library understands; it is not looked at. */
	readonly libraryOptions?: Record<string, unknown> | undefined;
}
