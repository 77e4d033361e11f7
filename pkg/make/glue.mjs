/**
 * wasm-bindgen's glue serves one instance of a WebAssembly module. This file turns it into a function that creates
 * glue, so that each instance has its own, and objects of different instances never mix.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAMILY_TYPES, src } from "./folders.mjs";
import { identityOf } from "./identity.mjs";

const EXPORT = /^export (?=(?:class|function) (\w+))/gm;

/** Writes the glue of the module in a folder, with the name, version and endpoints of the module. */
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
		// Only the main entry reads cards.
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

/** Writes the declarations of the glue. */
export function declareGlue() {
	writeFileSync(
		join(src, "generated/glue.d.ts"),
		`import * as exported from "./membercard.js";
import type { Scheme } from "./membercard.js";

/** What a program imports to get this module. */
export const MODULE: string;
/** The package version. */
export const VERSION: string;
/** The family of the module's endpoints: the beginning of their names. */
export const FAMILY: string;
/** The operations of the module that take a payload, by endpoint. */
export const OPERATIONS: Readonly<Record<string, Operation>>;
/** The default endpoint; \`undefined\` if options must name one. */
export const DEFAULT: string | undefined;
/** The operations of the module that read cards, by endpoint. */
export const GETS: Readonly<Record<string, GetOperation>>;
/** The beginning of the module's SHA-256, which identifies the build. */
export const DIGEST: string;
/** The number of the module's exports. */
export const EXPORTS: number;

export type Glue = typeof exported & { __wbg_set_wasm(exports: object): void };

export function makeGlue(): Glue;

/** The name of an endpoint that takes a payload, of any family. */
export type AnyName = ${union(Object.keys(operations()))};

/** The name of an endpoint that reads cards, of any family. */
export type AnyGetName = ${union(Object.keys(gets()))};

/** How requests to an endpoint are made. */
export interface Operation {
	readonly method: string;
	/** Whether the path ends with the card's id. */
	readonly hasCardId: boolean;
	/** The option that names the signer. */
	readonly identity: "mchid" | "brandId";
	/** The usual signature scheme. */
	readonly scheme: Scheme;
}

/** How requests to an endpoint that reads cards are made. */
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
 * Writes the payload type of each endpoint (a type from Rust with its required and refused members), and the pointers
 * of its fields.
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

/** A type with required members, and without refused ones. */
export type Taken<Body, Required extends keyof Body, Refused extends keyof Body> = Omit<Body, Required | Refused> & {
	[Name in Required]-?: NonNullable<Body[Name]>;
};

/** The payload of each endpoint, by name. */
export interface Payloads {
${members.join("")}}

/** The JSON pointers of the fields of each endpoint, with \`*\` for the index of an item, by name. */
export interface FieldPatterns {
${patterns.join("")}}

/** The operations of all families that take a payload, by endpoint. */
export const APIS = ${JSON.stringify(operationsOf(""), undefined, "\t")} as const;

/** The operations of all families that read cards, by endpoint. */
export const GETS = ${JSON.stringify(getsOf(""), undefined, "\t")} as const;
`,
	);
}

/**
 * The types of a family: its endpoints, the default one, and whether options must name one. The sources are compiled
 * with the types of all families.
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

/** The default endpoint; any of them, where options must name one. */
export type DefaultApi = ${mustBeNamed ? "Api" : JSON.stringify(meant)};

/** Whether options must name the endpoint. */
export type MustBeNamed = ${mustBeNamed};
`;
}

/** Writes the types that the sources are compiled with. */
export function writeFamilyTypes() {
	writeFileSync(join(src, `${FAMILY_TYPES}.ts`), familyTypes());
}

/** The operations that take a payload, by endpoint. */
function operations() {
	return named((operation) => operation.body !== undefined);
}

/** The operations that read cards, by endpoint. */
function gets() {
	return named((operation) => operation.body === undefined);
}

function named(isWanted) {
	const listed = JSON.parse(readFileSync(join(src, "generated/operations.json"), "utf8"));
	return Object.fromEntries(listed.filter(isWanted).map(({ name, ...operation }) => [name, operation]));
}

/** The operations of a family. */
function operationsOf(family) {
	const ofFamily = Object.entries(operations()).filter(([name]) => name.startsWith(family));
	return Object.fromEntries(ofFamily.map(([name, { body, isDefault, ...operation }]) => [name, operation]));
}

/** The default endpoint of a family, or of all families. */
function defaultOf(family) {
	const isMeant = ([name, { isDefault }]) => isDefault && name.startsWith(family);
	return Object.entries(operations()).find(isMeant)?.[0];
}

function getsOf(family) {
	return Object.fromEntries(Object.entries(gets()).filter(([name]) => name.startsWith(family)));
}
