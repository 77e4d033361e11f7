/**
 * wasm-bindgen's glue serves one instance of a WebAssembly module for good. Here it becomes a function that makes glue, so
 * that each instance has its own, and what belongs to one never meets another.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAMILY_TYPES, src } from "./folders.mjs";
import { identityOf } from "./identity.mjs";

const EXPORT = /^export (?=(?:class|function) (\w+))/gm;

/** Writes the glue of the module that a folder holds, and what the module is called and made of. */
export function writeGlue(offer) {
	const { generated } = offer;
	const written = readFileSync(join(generated, "membercard_bg.js"), "utf8");
	const names = [];
	const body = written.replace(EXPORT, (_, name) => {
		names.push(name);
		return "";
	});
	if (/^export\b/m.test(body)) {
		throw new Error("wasm-bindgen's glue has an export of a kind that is not known here");
	}
	const { wasm, module, version, digest } = identityOf(offer);
	const constants = {
		MODULE: module,
		VERSION: version,
		DIGEST: digest,
		FAMILY: offer.family,
		OPERATIONS: operationsOf(`${offer.family}.`),
		DEFAULT: defaultOf(offer.family),
		// Only the whole package reads cards.
		GETS: offer.entry.endsWith("index") ? getsOf(`${offer.family}.`) : {},
		EXPORTS: WebAssembly.Module.exports(new WebAssembly.Module(wasm)).length,
	};
	writeFileSync(
		join(generated, "glue.js"),
		[
			...Object.entries(constants).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`),
			`export function makeGlue() {\n${body}\nreturn { ${names.join(", ")} };\n}\n`,
		].join("\n"),
	);
}

/** What TypeScript knows of it: the declarations of wasm-bindgen, and how the glue reaches its instance. */
export function declareGlue() {
	writeFileSync(
		join(src, "generated/glue.d.ts"),
		`import * as exported from "./membercard.js";
import type { Scheme } from "./membercard.js";

/** What a program imports to get the module that this glue belongs to. */
export const MODULE: string;
/** The version of the package. */
export const VERSION: string;
/** The family of the module's endpoints: what their names begin with. */
export const FAMILY: string;
/** How each endpoint of the module that takes a payload is called, by its name. */
export const OPERATIONS: Readonly<Record<string, Operation>>;
/** The endpoint that is meant where none is named; nothing, if one must be. */
export const DEFAULT: string | undefined;
/** How each endpoint of the module that reads cards is called, by its name. */
export const GETS: Readonly<Record<string, GetOperation>>;
/** The beginning of the module's SHA-256, which tells builds apart. */
export const DIGEST: string;
/** How many exports the module has. */
export const EXPORTS: number;

export type Glue = typeof exported & { __wbg_set_wasm(exports: object): void };

export function makeGlue(): Glue;

/** The name of an endpoint that takes a payload, of any family. */
export type AnyName = ${union(Object.keys(operations()))};

/** The name of an endpoint that reads cards, of any family. */
export type AnyGetName = ${union(Object.keys(gets()))};

/** How an endpoint is called. */
export interface Operation {
	readonly method: string;
	/** Whether the path ends with the card's id. */
	readonly hasCardId: boolean;
	/** Which option tells who signs. */
	readonly identity: "mchid" | "brandId";
	/** The usual signature scheme. */
	readonly scheme: Scheme;
}

/** How an endpoint is called that reads cards. */
export interface GetOperation extends Operation {
	/** Whether the query names the brand. */
	readonly hasBrandId: boolean;
	/** The endpoints that create or change the cards. */
	readonly of: readonly string[];
}
`,
	);
}

const union = (names) => names.map((name) => JSON.stringify(name)).join(" | ") || "never";

/**
 * Writes the types of what each endpoint takes: a type of Rust's, with the members that must be there and without others;
 * and where all that it may hold is.
 */
export function writePayloads() {
	const members = Object.entries(operations()).map(([name, { body }]) => {
		const { type, required, refused } = body;
		const isWhole = required.length === 0 && refused.length === 0;
		const payload = isWhole ? type : `Taken<${type}, ${union(required)}, ${union(refused)}>`;
		return `\t/** What ${name} takes. */\n\t${JSON.stringify(name)}: ${payload};\n`;
	});
	const patterns = Object.entries(operations()).map(([name, { body }]) => {
		const lines = body.pointers.map((pointer) => `\n\t\t| ${JSON.stringify(pointer)}`);
		return `\t/** Those of ${name}. */\n\t${JSON.stringify(name)}:${lines.join("")};\n`;
	});
	writeFileSync(
		join(src, "generated/payloads.ts"),
		`import type { Card } from "./card-member/membercard.js";
import type { CardUpdate } from "./membercard.js";

/** A type with these members, and without those. */
export type Taken<Body, Required extends keyof Body, Refused extends keyof Body> = Omit<Body, Required | Refused> & {
	[Name in Required]-?: NonNullable<Body[Name]>;
};

/** What each endpoint takes, by its name. */
export interface Payloads {
${members.join("")}}

/** The JSON pointers of all that each endpoint takes, with \`*\` for the index of an item, by its name. */
export interface FieldPatterns {
${patterns.join("")}}

/** How each endpoint of all families is called, by its name. */
export const APIS = ${JSON.stringify(operationsOf(""), undefined, "\t")} as const;

/** How each endpoint of all families is called that reads cards, by its name. */
export const GETS = ${JSON.stringify(getsOf(""), undefined, "\t")} as const;
`,
	);
}

/**
 * What the types of a family say of its endpoints: which there are, which is meant where none is named, and whether one must
 * be. The sources are compiled with those of all families.
 */
export function familyTypes(family) {
	const isOwn = (name) => family === undefined || name.startsWith(`${family}.`);
	const own = Object.keys(operations()).filter(isOwn);
	const meant = defaultOf(family ?? "");
	const mustBeNamed = meant === undefined;
	return `/** The name of an endpoint. Its family is what it begins with; each family has entries of its own. */
export type Api = ${union(own)};

/** The name of an endpoint that reads a card. */
export type GetApi = ${union(Object.keys(gets()).filter(isOwn))};

/** The endpoint that is meant where none is named; where one must be, any. */
export type DefaultApi = ${mustBeNamed ? "Api" : JSON.stringify(meant)};

/** Whether options must name the endpoint. */
export type MustBeNamed = ${mustBeNamed};
`;
}

/** Writes those that the sources are compiled with. */
export function writeFamilyTypes() {
	writeFileSync(join(src, `${FAMILY_TYPES}.ts`), familyTypes());
}

/** How each endpoint is called that takes a payload, and what that is, by its name. */
function operations() {
	return named((operation) => operation.body !== undefined);
}

/** How each endpoint is called that reads cards, by its name. */
function gets() {
	return named((operation) => operation.body === undefined);
}

function named(isWanted) {
	const listed = JSON.parse(readFileSync(join(src, "generated/operations.json"), "utf8"));
	return Object.fromEntries(listed.filter(isWanted).map(({ name, ...operation }) => [name, operation]));
}

/** How the endpoints are called whose names begin so. */
function operationsOf(family) {
	const ofFamily = Object.entries(operations()).filter(([name]) => name.startsWith(family));
	return Object.fromEntries(ofFamily.map(([name, { body, isDefault, ...operation }]) => [name, operation]));
}

/** The endpoint of a family, or of all, that is meant where none is named. */
function defaultOf(family) {
	const isMeant = ([name, { isDefault }]) => isDefault && name.startsWith(family);
	return Object.entries(operations()).find(isMeant)?.[0];
}

function getsOf(family) {
	return Object.fromEntries(Object.entries(gets()).filter(([name]) => name.startsWith(family)));
}
