import type { StandardSchemaV1 } from "@standard-schema/spec";
import { type CardUpdate, type cardUpdate, cardUpdateSchema } from "wechatpay-membercard";

const asSpecified: StandardSchemaV1<unknown, CardUpdate> = cardUpdateSchema({
	locale: "en",
	omitBlank: true,
});
const update: StandardSchemaV1.InferOutput<typeof cardUpdate> = { title: "会员卡" };
// @ts-expect-error: the API has no such field.
const wrong: StandardSchemaV1.InferOutput<typeof cardUpdate> = { tilte: "" };
// @ts-expect-error: it is unknown what is validated.
const input: StandardSchemaV1.InferInput<typeof cardUpdate> extends string ? true : never = true;

export { asSpecified, input, update, wrong };
