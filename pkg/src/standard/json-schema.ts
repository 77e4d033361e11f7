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

/** What a JSON Schema is to describe, and how. */
export interface JsonSchemaOptions extends NamesApi<Api> {
	/** The language of titles, descriptions and comments. Default: `"zh-CN"`. */
	locale?: LanguageTag;
	/** The dialect. Default: `"draft-2020-12"`. */
	target?: JsonSchemaTarget;
	/**
	 * Which side of the validation: what is handed in, where members may be `null`, or the normalized update that comes out.
	 * Default: `"input"`.
	 */
	side?: JsonSchemaSide;
	/** Replaces the default allow-list of image hosts, as for `validate`. */
	imageHosts?: readonly string[];
	/**
	 * What becomes of keys that the API does not list, as for `validate`: no object has others if they are refused
	 * (`additionalProperties: false`), and none of the output if they are dropped. Default: as for `validate`.
	 */
	unknownKeys?: UnknownKeys;
	/** Whether members of the input may be blank (`""`), as for `cardUpdateSchema`. Default: `false`. */
	omitBlank?: boolean;
}

/** A JSON Schema. */
export type JsonSchema = Record<string, unknown>;

/**
 * The payload of an endpoint as JSON Schema: for editors, documentation, generated forms, other validators.
 *
 * It states every error that JSON Schema has words for, and accepts whatever `validate` accepts. What it cannot state is
 * named in its `$comment`s by the codes of the issues; warnings are not stated. There is no `format`: the patterns say
 * more, and a validator without formats compiles it. Each call gives an object of its own.
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

/** The options, checked and complete. Throws a TypeError that names the wrong one. */
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
