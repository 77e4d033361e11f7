import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { end, freePort, startProgram } from "./program.mjs";

const DEBIAN = "/usr/lib/postgresql";

/** Starts PostgreSQL in a new folder and runs the statements. */
export async function startPostgres(sql) {
	const folder = mkdtempSync(join(tmpdir(), "nonces-postgres-"));
	const user = unprivileged();
	if (user !== undefined) {
		chownSync(folder, user.uid, user.gid);
	}
	const data = join(folder, "data");
	const options = { cwd: folder, ready: "database system is ready", ...user };
	const initialize = [
		"-D",
		data,
		"-U",
		"postgres",
		"--auth=trust",
		"--no-sync",
		"--encoding=UTF8",
		"--locale=C",
	];
	execFileSync(program("initdb"), initialize, { ...options, stdio: "pipe" });
	const port = await freePort();
	const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60"];
	const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
	const start = () => startProgram(program("postgres"), args, options);
	let child = await start();
	const address = (port) => `postgres://postgres@127.0.0.1:${port}/postgres`;
	const run = async (...statements) => {
		const client = new pg.Client(address(port));
		await client.connect();
		for (const statement of statements) {
			await client.query(statement);
		}
		await client.end();
	};
	// A database whose disk is full is made read-only where it is hosted.
	const makeReadOnly = (value) =>
		run(`ALTER SYSTEM SET default_transaction_read_only = ${value}`, "SELECT pg_reload_conf()");
	await run(sql);
	return {
		port,
		address,
		run,
		fill: () => makeReadOnly("on"),
		drain: () => makeReadOnly("off"),
		/** All processes at once, without a checkpoint: what was committed is read from the log again. */
		crash: () => end(child, "SIGQUIT"),
		async restart() {
			child = await start();
		},
		async close() {
			await end(child, "SIGQUIT");
			rmSync(folder, { recursive: true });
		},
	};
}

/** PostgreSQL does not run as root. */
function unprivileged() {
	if (process.getuid() !== 0) {
		return undefined;
	}
	const id = (kind) => Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }));
	return { uid: id("-u"), gid: id("-g") };
}

/** A program of PostgreSQL: Debian keeps them out of the search path, a folder for each version. */
function program(name) {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => b - a) : [];
	return versions.map((version) => join(DEBIAN, version, "bin", name)).find(existsSync) ?? name;
}
