/** Validation without `init`. */

export type * from "../../bridge/types.js";
export type { IssueMessage, IssueMessages } from "../../issues/custom-messages.js";
export { type FlatIssues, flatten } from "../../issues/flatten.js";
export type { IssueLike, IssuesIn } from "../../issues/issue-like.js";
export { type IssueTree, treeify } from "../../issues/treeify.js";
export type { LanguageTag } from "../../options/locale.js";
export { cardUpdateSchema, type SchemaInput, type SchemaOptions } from "../../standard/card-update.js";
export type {
	StandardIssue,
	StandardProps,
	StandardResult,
	StandardSchemaV1,
} from "../../standard/standard-schema.js";
export type { Blankable } from "../../validate/blanks.js";
export type { ValidateOptions } from "../../validate/options.js";
export { validate, version } from "../../validate/validate.js";
