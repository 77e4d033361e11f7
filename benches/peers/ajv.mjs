import { Ajv } from "ajv";
import { schema, teach } from "./ajv-schema.mjs";

export { pointers } from "./ajv-schema.mjs";

const validate = teach(new Ajv({ allErrors: true, strictTypes: false })).compile(schema);

export function issues(value) {
	return validate(value) ? [] : validate.errors;
}
