/**
 * The pages of facts, `docs/domain.md` and `docs/domain-card-member.md`: what cites them leads to a heading or an anchor, and
 * their tables say what the data says.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { proseOf, tableOf, targetsOf } from "./document.mjs";

const root = join(import.meta.dirname, "../..");
const read = (file) => readFileSync(join(root, file), "utf8");
const filesIn = (folder, ends) =>
	readdirSync(join(root, folder), { recursive: true })
		.filter((name) => ends.test(name) && !/node_modules|generated/.test(name))
		.map((name) => `${folder}/${name}`);

const PAGES = { "membercard-open": "docs/domain.md", "card-member": "docs/domain-card-member.md" };
const targets = Object.fromEntries(
	Object.entries(PAGES).map(([family, page]) => [family, new Set(targetsOf(join(root, page)))]),
);

/** A section or row of a page, with its family where it is not that of the folder; or a named standard. */
const CITATION =
	"(?:card-member |membercard-open )?(?:\\d+\\.\\d+|[PTKDJU]\\d+)|RFC \\d+(?:, section \\d+(?:\\.\\d+)*)?|URL Standard";
const CITED = new RegExp(`^(?:${CITATION})(?:, (?:${CITATION}))*(?=$|: .)`);
/** What words hold only if they mean to cite: numbers of sections, names of rules and standards. */
const LOOKS_CITED = /\d+\.\d|\b[PTKDJU]\d+\b|^\d|\bRFC\b|URL standard/i;

const caseFiles = [...filesIn("tests/data/cases", /\.json$/), "tests/data/requests.json"];
const cases = caseFiles.flatMap((file) =>
	JSON.parse(read(file)).map((row) => ({
		file,
		...row,
		family: file.includes("/card_member/") ? "card-member" : "membercard-open",
	})),
);

/** What a `why` cites: family and id of each. Standards lead to no page. */
function citationsOf({ why, family }) {
	const [cited = ""] = CITED.exec(why) ?? [];
	const ids = [...cited.matchAll(new RegExp(CITATION, "g"))].map(([citation]) => citation);
	return ids
		.filter((citation) => !/^(?:RFC|URL)/.test(citation))
		.map((citation) => (citation.includes(" ") ? citation.split(" ") : [family, citation]));
}

/** What is wrong with a `why`, if something is. */
function faultOf(row) {
	if (!CITED.test(row.why)) {
		const isReason = row.why.split(" ").length > 2 && !LOOKS_CITED.test(row.why);
		return isReason ? undefined : "neither citations nor a reason in words";
	}
	const lost = citationsOf(row).find(([family, id]) => !targets[family].has(id));
	return lost && `${PAGES[lost[0]]}#${lost[1]} is not there`;
}

test("every why of a case leads to a fact, or is a reason in words", () => {
	assert.ok(cases.length > 1800, `only ${cases.length} cases`);
	const wrong = cases.map((row) => [row, faultOf(row)]).filter(([, fault]) => fault);
	assert.deepEqual(
		wrong.map(([row, fault]) => `${row.file}: ${row.name}: ${JSON.stringify(row.why)}: ${fault}`),
		[],
	);
});

/** The lines of comments below a folder, with the file of each. */
const commentsIn = (folder) =>
	filesIn(folder, /\.(?:rs|ts|mjs)$/).flatMap((file) =>
		[...read(file).matchAll(/(?:^|\s)(?:\/\/|\*).*$/gm)].map(([comment]) => [file, comment]),
	);
const sources = ["src", "pkg/src", "pkg/wasm/src", "tests"].flatMap(commentsIn);

test("the rules and sections that comments cite are there", () => {
	const rules = commentsIn("src/endpoints/card_member").flatMap(([file, comment]) =>
		[...comment.matchAll(/\b[PTKDJU]\d+\b/g)].map(([id]) => [file, "card-member", id]),
	);
	const sections = sources.flatMap(([file, comment]) =>
		[...comment.matchAll(/docs\/domain(-card-member)?\.md#([\w.]*\w)/g)].map(([, other, id]) => [
			file,
			other ? "card-member" : "membercard-open",
			id,
		]),
	);
	assert.ok(rules.length > 20 && sections.length > 5, `only ${rules.length} and ${sections.length}`);
	assert.deepEqual(
		[...rules, ...sections].filter(([, family, id]) => !targets[family].has(id)),
		[],
	);
});

test("the facts that files of rules cite have cases", () => {
	const ids = {
		card_member: /\b[PTKDJU]\d+\b|(?<=domain-card-member\.md#)[\d.]*\d/g,
		membercard_open: /(?<=domain\.md#)[\d.]*\d/g,
	};
	const cited = Object.entries(ids).flatMap(([folder, pattern]) => {
		const family = folder.replace("_", "-");
		return filesIn(`src/endpoints/${folder}`, /\.rs$/)
			.filter((file) => read(file).includes("Rule::") && !file.endsWith("/mod.rs"))
			.map((file) => {
				const comments = [...read(file).matchAll(/(?:^|\s)\/\/.*$/gm)].join("\n");
				return [file, family, new Set(comments.match(pattern))];
			});
	});
	assert.ok(cited.length > 12, `only ${cited.length} files of rules`);
	const cases_ = new Set(cases.flatMap((row) => citationsOf(row).map((citation) => citation.join(" "))));
	const without = cited.flatMap(([file, family, facts]) =>
		facts.size === 0
			? [`${file} cites no fact`]
			: [...facts].filter((id) => !cases_.has(`${family} ${id}`)).map((id) => `${file}: no case about ${id}`),
	);
	assert.deepEqual(without, []);
});

test("the pages of WeChat Pay that comments name are listed with their dates", () => {
	const listed = Object.values(PAGES).flatMap((page) => [
		...tableOf(join(root, page), "page", "title or subject", "date"),
	]);
	const numbers = new Set(listed.flatMap(([page]) => page.match(/\d{10}/g) ?? []));
	const named = sources.flatMap(([file, comment]) =>
		[...comment.matchAll(/\b40[12]\d{7}\b/g)].map(([number]) => [file, number]),
	);
	const cited = Object.values(PAGES).flatMap((page) =>
		[...proseOf(join(root, page)).matchAll(/\b40[12]\d{7}\b/g)].map(([number]) => [page, number]),
	);
	assert.ok(named.length > 10, `only ${named.length} pages`);
	assert.deepEqual(
		[...named, ...cited].filter(([, number]) => !numbers.has(number)),
		[],
	);
});

const CARD_MEMBER = join(root, PAGES["card-member"]);
/** The endpoints of card-member, as the columns and cells of the page name them. */
const ENDPOINTS = ["update, partner", "update, brand", "creation, partner", "creation, brand"];
const nameOf = (column) => {
	const [action, who] = column.split(", ");
	return `card-member.${who}.${action === "update" ? "update" : "create"}`;
};

test("the severities of the rules of card-member are those of the cases", () => {
	const heads = [...proseOf(CARD_MEMBER).matchAll(/^\| +\| rule \| (.*?) \| source, mark \|$/gm)];
	const columns = new Set(heads.map(([, head]) => head));
	assert.deepEqual([heads.length, ...columns], [5, ENDPOINTS.join(" | ")]);
	const rows = [...proseOf(CARD_MEMBER).matchAll(/^\| <a id="([PTKDJU]\d+)"><\/a>.*$/gm)];
	assert.ok(rows.length > 55, `only ${rows.length} rules`);
	const untrue = rows.flatMap(([row, id]) => {
		const severities = row.split(" | ").slice(2, -1);
		return severities.flatMap((cell, at) => {
			const about = cases.filter(
				(one) => one.endpoint === nameOf(ENDPOINTS[at]) && citationsOf(one).some(([, cited]) => cited === id),
			);
			const found = new Set(about.flatMap(({ issues }) => issues.map(({ severity }) => severity)));
			const told = cell.match(/error|warning/g) ?? [];
			return told.filter((severity) => !found.has(severity)).map((severity) => [id, ENDPOINTS[at], severity]);
		});
	});
	assert.deepEqual(untrue, []);
});

const PARTNER = "/v3/brand/partner/card-member/cards";
const BRAND = "/brand/card-member/cards";
const CALLED = {
	C: (path) => `POST ${path}`,
	U: (path) => `PATCH ${path}/{card_id}`,
	G: (path) => `GET ${path}/{card_id}`,
	L: (path) => `GET ${path}`,
	I: (path) => `POST ${path}/{card_id}/invalidate`,
};
/** An endpoint by its two letters, such as `pU`. */
const called = ([who, action]) => CALLED[action](who === "p" ? PARTNER : BRAND);

test("the error table of card-member is that of the data", () => {
	const all = ["p", "b"].flatMap((who) => Object.keys(CALLED).map((action) => who + action));
	const printed = tableOf(CARD_MEMBER, "status", "code", "描述", "解决方案", "endpoints").flatMap((row) => {
		const [status, code, description, solution, endpoints] = row;
		const letters = endpoints === "all" ? all : endpoints.split(" ");
		return letters.map((pair) => [called(pair), status, code, description, solution].join("\t"));
	});
	const known = JSON.parse(read("tests/data/card_member/errors.json")).map((row) =>
		[row.endpoint, row.status, row.code, row.description, row.solution].join("\t"),
	);
	assert.deepEqual([...new Set(printed)].sort(), [...new Set(known)].sort());
});

test("the fields of card-member are those of the data", () => {
	const parents = [];
	const rows = tableOf(CARD_MEMBER, "field", "type", "update", "creation", "answer").map((row) => {
		const [, name, label] = /^`(.*?)` (.*)$/.exec(row[0]);
		const depth = name.split(".").length - 1;
		parents[depth] = name.split(".").at(-1).replace("[]", "");
		return { name: parents.slice(0, depth + 1).join("."), label, row };
	});
	const printed = ["pU", "bU", "pC", "bC"].flatMap((pair) =>
		rows.flatMap(({ name, label, row }) => {
			const [, type, update, creation] = row;
			const mark = pair[1] === "U" ? update : creation;
			const isThere = /^[●○]/.test(mark) && !(pair[0] === "b" && mark.endsWith("partners"));
			const kind = type.replace(/ enum| \(answer.*/g, "");
			return isThere ? [[called(pair), name, label, kind, mark.startsWith("●")].join("\t")] : [];
		}),
	);
	const known = JSON.parse(read("tests/data/card_member/fields.json"))
		.filter(({ part }) => part === "body")
		.map((row) => [row.endpoint, row.name, row.label, row.type, row.required].join("\t"));
	assert.deepEqual([...new Set(printed)].sort(), [...new Set(known)].sort());
});
