/** The formats of the schema, without ajv: what its standalone code needs. */

import { fullFormats } from "ajv-formats/dist/formats.js";
import * as rules from "./rules.mjs";

export const formats = {
	plain: rules.isPlain,
	"plain-key": (key) => key !== "__proto__" && rules.isPlain(key),
	appid: rules.isAppid,
	"image-url": rules.isImageUrl,
	"web-url": rules.isWebUrl,
	"page-path": rules.isPagePath,
};

export const allFormats = { ...formats, "date-time": fullFormats["date-time"] };
