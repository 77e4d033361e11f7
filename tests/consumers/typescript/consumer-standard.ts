import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import {
	type CardUpdate,
	type cardUpdate,
	cardUpdateSchema,
	type JsonSchema,
	jsonSchema,
} from "wechatpay-membercard";

const asSpecified: StandardSchemaV1<unknown, CardUpdate> = cardUpdateSchema({
	locale: "en",
	omitBlank: true,
});
const update: StandardSchemaV1.InferOutput<typeof cardUpdate> = { title: "会员卡" };
// @ts-expect-error: the API has no such field.
const wrong: StandardSchemaV1.InferOutput<typeof cardUpdate> = { tilte: "" };
const input: StandardSchemaV1.InferInput<typeof cardUpdate> = update;
// @ts-expect-error: the API has no such field.
const misspelt: StandardSchemaV1.InferInput<typeof cardUpdate> = { tilte: "" };
// @ts-expect-error: blanks count as values.
const blank: StandardSchemaV1.InferInput<typeof cardUpdate> = { code_type: "" };
const omitting = cardUpdateSchema({ omitBlank: true });
const blanks: StandardSchemaV1.InferInput<typeof omitting> = {
	title: null,
	code_type: "",
	total_quantity: "",
	date_information: { type: "", available_begin_time: undefined },
	user_information_form: { custom_field_list: [{ name: null, values: [""] }] },
};

const describing: StandardJSONSchemaV1<unknown, CardUpdate> = cardUpdateSchema({ locale: "en" });
const both: StandardSchemaV1<unknown, CardUpdate> & StandardJSONSchemaV1<unknown, CardUpdate> =
	cardUpdateSchema();
const described: Record<string, unknown> = both["~standard"].jsonSchema.output({ target: "draft-07" });
// @ts-expect-error: a dialect must be named.
both["~standard"].jsonSchema.input({});
const schema: JsonSchema = jsonSchema({ target: "openapi-3.0", side: "output", imageHosts: ["a.example"] });
// @ts-expect-error: there is no such dialect.
jsonSchema({ target: "draft-04" });
// @ts-expect-error: a schema describes one side.
jsonSchema({ side: "both" });

export { asSpecified, blank, blanks, described, describing, input, misspelt, schema, update, wrong };
