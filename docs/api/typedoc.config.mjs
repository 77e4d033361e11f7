/** The API reference of the npm package, from its published declarations. Whatever it finds wrong is an error. */

import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { Comment, Configuration, Converter, ReflectionKind } from "typedoc";
import { MODULES } from "./entries.mjs";

const types = join(import.meta.dirname, "../../pkg/dist/types");

/** The parameters of each issue code: the code's message explains them. */
function issueParameters() {
	const declarations = readFileSync(join(types, "generated/membercard.d.ts"), "utf8");
	const [, rows] = /export interface IssueParams \{\n(.*?)^\}/ms.exec(declarations);
	return [...rows.matchAll(/^ {4}(\w+): \{ (.*) \};$/gm)].flatMap(([, code, parameters]) =>
		[...parameters.matchAll(/(\w+)\??: /g)].map(([, name]) => `IssueParams.${code}.__type.${name}`),
	);
}

/** Gives each module the name by which programs import it, and says what else exports the same. */
function nameModules({ converter }) {
	converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
		if (reflection.kind === ReflectionKind.Module) {
			const [{ fileName }] = context.getSymbolFromReflection(reflection).declarations;
			const [name, ...same] = MODULES.get(normalize(fileName));
			reflection.name = name;
			if (same.length > 0) {
				const names = same.map((other) => `\`${other}\``).join(" and ");
				reflection.comment ??= new Comment();
				reflection.comment.summary.push({ kind: "text", text: `\n\n${names} export the same.` });
			}
		}
	});
}

/** Members of types that are written in line: what holds them explains them. */
const IN_LINE = [
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
	"Retry.__type.kind",
	"StandardJSONSchemaProps.types.__type.input",
	"StandardJSONSchemaProps.types.__type.output",
	"StandardProps.types.__type.input",
	"StandardProps.types.__type.output",
	"WasmModule.__type.WebAssembly",
	"WasmModule.__type.WebAssembly.__type.Module",
	"WasmModule.__type.WebAssembly.__type.Module.__type.prototype",
];
/** The same in types that each family of endpoints has for itself. */
const IN_LINE_OF_FAMILIES = [
	"ErrorResponse.__type.body",
	"ErrorResponse.__type.data",
	"ErrorResponse.__type.statusCode",
	"IssuesIn.__type.issues",
	"ValidUpdate.__type.valid",
];

export default {
	name: "wechatpay-membercard",
	entryPoints: [...MODULES.keys()],
	plugin: [nameModules],
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
	// What no user makes or names.
	intentionallyNotExported: [
		"Blank",
		"DisposableResource",
		"Global",
		"Indexed",
		"MustBeNamed",
		"PlainBytes",
		"ResponseFailure",
		"SendFailure",
		"WithCertificate",
		"wechatpay-membercard/dist/types/generated/membercard.d.ts:SendErrorCode",
	],
	intentionallyNotDocumented: [
		...[...IN_LINE, ...IN_LINE_OF_FAMILIES].map((name) => `wechatpay-membercard.${name}`),
		...IN_LINE_OF_FAMILIES.map((name) => `wechatpay-membercard/card-member.${name}`),
	],
};
