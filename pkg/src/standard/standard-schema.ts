/**
 * The types of Standard Schema v1 and Standard JSON Schema v1 (https://standardschema.dev), copied as the specification
 * recommends, so that the package has no dependency. Only the names differ from `@standard-schema/spec`.
 */

/** A schema for libraries that accept Standard Schema. */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
	/** Where such libraries look. */
	readonly "~standard": StandardProps<Input, Output>;
}

/** The properties of a Standard Schema. */
export interface StandardProps<Input = unknown, Output = Input> {
	/** The version of Standard Schema. */
	readonly version: 1;
	/** The package of the schema. */
	readonly vendor: string;
	/** Validates any value. */
	readonly validate: (
		value: unknown,
		options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
	) => StandardResult<Output>;
	/** Types for inference only. It has no value. */
	readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** The result of a validation. */
export type StandardResult<Output> =
	| {
			/** The normalized value. */
			readonly value: Output;
			/** Absent if the value is valid. */
			readonly issues?: undefined;
	  }
	| {
			/** The issues. */
			readonly issues: readonly StandardIssue[];
	  };

/** An issue. */
export interface StandardIssue {
	/** The message. */
	readonly message: string;
	/** The path as keys and indexes. */
	readonly path?: readonly PropertyKey[] | undefined;
}

/** A schema for libraries that accept Standard JSON Schema. */
export interface StandardJSONSchemaV1<Input = unknown, Output = Input> {
	/** Where such libraries look. */
	readonly "~standard": StandardJSONSchemaProps<Input, Output>;
}

/** The properties of a Standard JSON Schema. */
export interface StandardJSONSchemaProps<Input = unknown, Output = Input>
	extends Pick<StandardProps<Input, Output>, "version" | "vendor" | "types"> {
	/** Converts to JSON Schema. */
	readonly jsonSchema: {
		/** The input as JSON Schema. Throws for an unsupported dialect. */
		readonly input: (options: StandardJSONSchemaOptions) => Record<string, unknown>;
		/** The output as JSON Schema. Throws for an unsupported dialect. */
		readonly output: (options: StandardJSONSchemaOptions) => Record<string, unknown>;
	};
}

/** Options of a conversion. */
export interface StandardJSONSchemaOptions {
	/** The dialect. */
	readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
	/** Options of a library. Ignored here. */
	readonly libraryOptions?: Record<string, unknown> | undefined;
}
