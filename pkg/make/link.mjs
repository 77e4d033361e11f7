import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { here, root } from "./folders.mjs";

/** Links the package, so that the examples of this checkout can import it by name. */
export function linkByName() {
	const modules = join(root, "node_modules");
	const link = join(modules, "wechatpay-membercard");
	mkdirSync(modules, { recursive: true });
	rmSync(link, { force: true });
	symlinkSync(here, link, "junction");
}
