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
// @ts-expect-error: it is unknown what is validated.
const input: StandardSchemaV1.InferInput<typeof cardUpdate> extends string ? true : never = true;

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

export { asSpecified, described, describing, input, schema, update, wrong };
