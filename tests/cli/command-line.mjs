/** Runs the command-line tool as a separate process. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

export const PROGRAM = fileURLToPath(new URL("../../pkg/dist/cli.mjs", import.meta.url));

/** A temporary folder for the files of a test file. */
export const folder = mkdtempSync(join(tmpdir(), "wechatpay-membercard-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file into the folder. Values become JSON. */
export function write(name, content) {
	const raw = typeof content === "string" || content instanceof Uint8Array;
	writeFileSync(join(folder, name), raw ? content : JSON.stringify(content));
	return name;
}

/** Starts the program in the folder, in English and without colours unless `env` says otherwise. */
export function start(args, { env = {}, stdio = "pipe" } = {}) {
	const { NO_COLOR, FORCE_COLOR, LC_ALL, LANG, ...rest } = process.env;
	return spawn(process.execPath, [PROGRAM, ...args], {
		cwd: folder,
		env: { ...rest, LC_ALL: "en_US.UTF-8", ...env },
		stdio,
	});
}

/** Runs the program to its end. */
export async function run(args, { input = "", env } = {}) {
	const child = start(args, { env });
	// It may end without reading all of its input.
	child.stdin.on("error", () => {});
	child.stdin.end(input);
	const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
	return { code: child.exitCode, stdout, stderr };
}

/** The lines of JSON that it printed. */
export function jsonLines(stdout) {
	return stdout
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line));
}
