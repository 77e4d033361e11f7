/** The code that ajv writes ahead of time, with no compiler in it. */

import { Ajv } from "ajv";
import { _ } from "ajv/dist/compile/codegen/index.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { schema, teach } from "../peers/ajv-schema.mjs";

export function standalone() {
	const code = {
		source: true,
		esm: true,
		lines: true,
		formats: _`require("../lib/ajv-formats.mjs").allFormats`,
	};
	const ajv = teach(new Ajv({ allErrors: true, strictTypes: false, code }));
	return standaloneCode.default(ajv, ajv.compile(schema));
}
