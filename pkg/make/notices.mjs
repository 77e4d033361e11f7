/** The licences of the crates in the modules, which must be passed on. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { here, root } from "./folders.mjs";

const CRATE = "wechatpay-membercard-wasm";
const TARGET = "wasm32-unknown-unknown";
const LICENSE = /^(licen[cs]e|copying|notice|unlicense)/i;
const APACHE = /apache/i;

const HEADER = `The WebAssembly modules of this package contain the crates below, and parts of Rust's standard library
(MIT OR Apache-2.0, copyright The Rust Project Contributors). The text of Apache-2.0 is in LICENSE-APACHE; other
licences are quoted.
`;

/** Writes `THIRD-PARTY-NOTICES` beside `package.json`. */
export function writeNotices() {
	const notices = crates().map(notice);
	writeFileSync(join(here, "THIRD-PARTY-NOTICES"), [HEADER, ...notices].join(`\n${"-".repeat(80)}\n\n`));
}

/** The crates linked into any module, by name. Macro crates are left out, because they run at build time only. */
function crates() {
	const features = ["--features", "card-member,small"];
	const edges = ["--edges", "normal,no-proc-macro", "--target", TARGET];
	const tree = cargo(
		"tree",
		"--package",
		CRATE,
		...features,
		...edges,
		"--prefix",
		"none",
		"--format",
		"{p}",
	);
	const linked = new Set(tree.split("\n").map((line) => line.split(" ", 2).join(" ")));
	const { packages } = JSON.parse(cargo("metadata", "--format-version", "1", "--all-features"));
	return packages
		.filter(({ name, version, source }) => source !== null && linked.has(`${name} v${version}`))
		.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function cargo(...args) {
	const options = { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 };
	return execFileSync(process.env.CARGO ?? "cargo", [...args, "--locked"], options);
}

function notice({ name, version, license, manifest_path }) {
	const folder = dirname(manifest_path);
	const files = readdirSync(folder).filter((file) => LICENSE.test(file));
	const quoted = files.filter((file) => !APACHE.test(file));
	if (files.length === 0 && !APACHE.test(license)) {
		throw new Error(`${name} ${version} has no file with its licence, and is not under Apache-2.0`);
	}
	const texts = quoted.map((file) => readFileSync(join(folder, file), "utf8").trim());
	return `${[`${name} ${version} (${license})`, ...texts].join("\n\n")}\n`;
}
