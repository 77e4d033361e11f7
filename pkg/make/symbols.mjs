import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { here } from "./folders.mjs";
import { identityOf } from "./identity.mjs";

/** Writes the functions of each module by number, to attach to a release. `symbolize.mjs` reads them. */
export function writeSymbols(offers) {
	const folder = join(here, "symbols");
	rmSync(folder, { recursive: true, force: true });
	for (const offer of offers) {
		const { module, version, digest } = identityOf(offer);
		const names = readFileSync(join(offer.generated, "symbols.txt"), "utf8");
		const file = join(folder, `${offer.entry}.txt`);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${module} ${version} ${digest}\n${names}`);
	}
}
