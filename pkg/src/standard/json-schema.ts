import { core } from "../bridge/core.js";
import { writeInput } from "../bridge/protocol.js";
import type { Api, NamesApi, OptionsArgument, UnknownKeys } from "../bridge/types.js";
import { encode } from "../bridge/writer.js";
import type { JsonSchemaSide, JsonSchemaTarget } from "../generated/membercard.js";
import {
	JSON_SCHEMA_SIDES,
	JSON_SCHEMA_TARGETS,
	type JsonSchemaRequest,
	UNKNOWN_KEYS,
	writeJsonSchemaRequest,
} from "../generated/records.js";
import { api } from "../options/api.js";
import type { LanguageTag } from "../options/locale.js";
import { boolean, locale, oneOf, optionsObject } from "../options/option-values.js";
import { readImageHosts } from "../validate/read-options.js";

export type { JsonSchemaSide, JsonSchemaTarget } from "../generated/membercard.js";

/** Options of `jsonSchema`. */
export interface JsonSchemaOptions extends NamesApi<Api> {
	/** The language of titles, descriptions and comments. Default: `"zh-CN"`. */
	locale?: LanguageTag;
	/** The dialect. Default: `"draft-2020-12"`. */
	target?: JsonSchemaTarget;
	/**
	 * Which side of the validation to describe: the input, where members may be `null`, or the normalized output. Default:
	 * `"input"`.
	 */
	side?: JsonSchemaSide;
	/** Allowed image hosts instead of the default ones, as for `validate`. */
	imageHosts?: readonly string[];
	/**
	 * What to do with keys that the API does not list, as for `validate`. With `"refuse"`, objects have
	 * `additionalProperties: false`; with `"drop"`, only those of the output do. Default: as for `validate`.
	 */
	unknownKeys?: UnknownKeys;
	/** Whether members of the input may be blank, as for `cardUpdateSchema`. Default: `false`. */
	omitBlank?: boolean;
}

/** A JSON Schema. */
export type JsonSchema = Record<string, unknown>;

/**
 * The payload of an endpoint as JSON Schema, for editors, documentation, generated forms and other validators.
 *
 * It covers every error that JSON Schema can express, and accepts everything that `validate` accepts. Each `$comment`
 * lists the codes of errors that JSON Schema cannot express. Warnings are not covered. It uses no `format`: the
 * patterns are stricter, and work in validators without formats. Each call returns a new object.
 *
 * ```js
 * jsonSchema({ locale: "en" }).properties.title.maxLength; // 10
 * ```
 */
export function jsonSchema(...options: OptionsArgument<JsonSchemaOptions>): JsonSchema;
export function jsonSchema(options: unknown = {}): JsonSchema {
	const request = readJsonSchemaOptions(options);
	const input = encode((to) => writeJsonSchemaRequest(to, request));
	return core().json_schema(writeInput(input)) as JsonSchema;
}

/** Reads the options, and fills in defaults. Throws a TypeError that names the wrong option. */
function readJsonSchemaOptions(options: unknown): JsonSchemaRequest {
	const given = optionsObject(options);
	return {
		locale: locale(given, "locale") ?? "zh-CN",
		target: oneOf(given, "target", JSON_SCHEMA_TARGETS) ?? "draft-2020-12",
		side: oneOf(given, "side", JSON_SCHEMA_SIDES) ?? "input",
		omitBlank: boolean(given, "omitBlank") ?? false,
		unknownKeys: oneOf(given, "unknownKeys", UNKNOWN_KEYS),
		api: api(given),
		imageHosts: readImageHosts(given, "imageHosts"),
	};
}
