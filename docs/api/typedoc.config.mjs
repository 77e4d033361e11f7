/** The API reference of the npm package, from its published declarations. Whatever it finds wrong is an error. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Configuration } from "typedoc";

const types = join(import.meta.dirname, "../../pkg/dist/types");

/** The parameters of each issue code: the code's message explains them. */
function issueParameters() {
	const declarations = readFileSync(join(types, "generated/membercard.d.ts"), "utf8");
	const [, rows] = /export interface IssueParams \{\n(.*?)^\}/ms.exec(declarations);
	return [...rows.matchAll(/^ {4}(\w+): \{ (.*) \};$/gm)].flatMap(([, code, parameters]) =>
		[...parameters.matchAll(/(\w+)\??: /g)].map(([, name]) => `IssueParams.${code}.__type.${name}`),
	);
}

/** What the entries of card-member export. */
const CARD_MEMBER = [
	"BalanceInformation",
	"CardType",
	"CodeJumpInformation",
	"CodeMode",
	"CodeType",
	"MemberInformation",
	"PointsInformation",
	"PurchaseInformation",
	"State",
	"UserInformation",
	"ValidDateInformation",
];

export default {
	name: "wechatpay-membercard",
	entryPoints: ["index", "node", "webcrypto"].map((entry) => join(types, `entries/${entry}.d.ts`)),
	tsconfig: "tsconfig.json",
	readme: "none",
	groupOrder: ["Functions", "Variables", "Classes", "Interfaces", "*"],
	includeVersion: true,
	hideGenerator: true,
	highlightLanguages: [...Configuration.OptionDefaults.highlightLanguages, "sql"],
	disableSources: true,
	excludePrivate: true,
	treatWarningsAsErrors: true,
	validation: {
		notExported: true,
		invalidLink: true,
		invalidPath: true,
		notDocumented: true,
		unusedMergeModuleWith: true,
	},
	// What no user makes or names; and what the entries of card-member export.
	intentionallyNotExported: [
		"Blank",
		"Card",
		"DisposableResource",
		"Global",
		"Indexed",
		"MustBeNamed",
		"PlainBytes",
		"ResponseFailure",
		"SendFailure",
		"WithCertificate",
		"wechatpay-membercard/dist/types/generated/membercard.d.ts:SendErrorCode",
		...CARD_MEMBER.map(
			(name) => `wechatpay-membercard/dist/types/generated/card-member/membercard.d.ts:${name}`,
		),
	],
	// Members of types that are written in line: what holds them explains them.
	intentionallyNotDocumented: [
		...issueParameters(),
		"BrokenRule.__type.actual",
		"BrokenRule.__type.expected",
		"BrokenRule.__type.kind",
		"BrokenRule.__type.maximum",
		"BrokenRule.__type.minimum",
		"BrokenRule.__type.pattern",
		"BrokenRule.__type.pointers",
		"ClientResponse.__type.data",
		"ClientResponse.__type.statusCode",
		"ErrorResponse.__type.body",
		"ErrorResponse.__type.data",
		"ErrorResponse.__type.statusCode",
		"IssuesIn.__type.issues",
		"Retry.__type.kind",
		"StandardJSONSchemaProps.types.__type.input",
		"StandardJSONSchemaProps.types.__type.output",
		"StandardProps.types.__type.input",
		"StandardProps.types.__type.output",
		"ValidUpdate.__type.valid",
		"WasmModule.__type.WebAssembly",
		"WasmModule.__type.WebAssembly.__type.Module",
		"WasmModule.__type.WebAssembly.__type.Module.__type.prototype",
	].map((name) => `index.${name}`),
};
