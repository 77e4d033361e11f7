import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const LIBRARIES = ["/usr/lib", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];

/** The first of some programs that is in the search path. */
export function findProgram(...names) {
	const folders = process.env.PATH.split(delimiter);
	const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
	if (found === undefined) {
		throw new Error(`${names.join(" or ")} is missing: \`cargo xtask setup\` installs it on Debian`);
	}
	return found;
}

/** The small browser that comes with WebKitGTK's driver; it lies among the libraries. */
export function findMiniBrowser() {
	const folders = LIBRARIES.flatMap((folder) =>
		list(folder)
			.filter((name) => name.startsWith("webkit"))
			.map((name) => join(folder, name, "MiniBrowser")),
	);
	const found = folders.find(isProgram);
	if (found === undefined) {
		throw new Error("WebKit's MiniBrowser is missing: `cargo xtask setup` installs it on Debian");
	}
	return found;
}

function list(folder) {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
