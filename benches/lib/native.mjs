/** Native Rust: the core beside crates that Rust programs validate with. `native/` is a separate crate. */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { schema } from "../peers/ajv-schema.mjs";
import { corpus } from "./corpus.mjs";
import { mapValues } from "./results.mjs";

const benches = join(import.meta.dirname, "..");

/** Builds and runs it. Returns nanoseconds per document and crate, without crates that come to another result. */
export function native(milliseconds, rounds) {
	const file = (name, value) => {
		const path = join(benches, "build", name);
		writeFileSync(path, JSON.stringify(value));
		return path;
	};
	const inputs = file(
		"corpus.json",
		mapValues(corpus, ({ update }) => update),
	);
	const manifest = join(benches, "native/Cargo.toml");
	const cargo = ["run", "--quiet", "--release", "--locked", "--manifest-path", manifest, "--"];
	const args = [inputs, file("schema.json", plain(schema)), String(milliseconds), String(rounds)];
	const stdio = ["ignore", "pipe", "inherit"];
	return JSON.parse(execFileSync("cargo", [...cargo, ...args], { encoding: "utf8", stdio }));
}

/** The schema in the words of the standard, which has no `nullable`. */
function plain(value) {
	if (typeof value !== "object" || value === null) {
		return value;
	}
	if (Array.isArray(value)) {
		return value.map(plain);
	}
	const { nullable, ...rest } = mapValues(value, plain);
	return nullable === true ? { ...rest, type: [rest.type, "null"] } : rest;
}
