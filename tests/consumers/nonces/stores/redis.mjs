import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "redis";
import { end, freePort, startProgram } from "./program.mjs";

/** Starts Redis with that configuration, in a new folder. */
export async function startRedis(configuration) {
	const folder = mkdtempSync(join(tmpdir(), "nonces-redis-"));
	writeFileSync(join(folder, "redis.conf"), configuration);
	const port = await freePort();
	const args = ["redis.conf", "--port", port, "--bind", "127.0.0.1", "--dir", folder];
	const options = { cwd: folder, ready: "Ready to accept connections" };
	const start = () => startProgram("redis-server", args.map(String), options);
	let child = await start();
	const configure = async (name, value) => {
		const client = await createClient({ socket: { port } }).connect();
		await client.configSet(name, value);
		client.destroy();
	};
	return {
		port,
		address: (port) => `redis://127.0.0.1:${port}`,
		fill: () => configure("maxmemory", "1"),
		drain: () => configure("maxmemory", "0"),
		crash: () => end(child, "SIGKILL"),
		async restart() {
			child = await start();
		},
		async close() {
			await end(child, "SIGKILL");
			rmSync(folder, { recursive: true });
		},
	};
}
