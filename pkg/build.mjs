/**
 * Builds `dist` and `symbols` from `src`. `src/generated` must already contain the WebAssembly modules and their glue.
 */

import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
	bundle,
	bundleKeys,
	bundleWasm,
	FAMILIES,
	LOADERS,
	OFFERS,
	writeNodeModule,
} from "./make/bundles.mjs";
import { buildCommandLine } from "./make/command-line.mjs";
import { compile } from "./make/compile.mjs";
import { copyDocuments } from "./make/documents.mjs";
import { compiled, dist, src } from "./make/folders.mjs";
import { declareGlue, writeFamilyTypes, writeGlue, writePayloads } from "./make/glue.mjs";
import { linkByName } from "./make/link.mjs";
import { writeManifest } from "./make/manifest.mjs";
import { buildMiniProgram } from "./make/mini-program.mjs";
import { writeNotices } from "./make/notices.mjs";
import { writeSymbols } from "./make/symbols.mjs";
import { writeTypes } from "./make/types.mjs";

declareGlue();
writePayloads();
writeFamilyTypes();
OFFERS.forEach(writeGlue);
compile();
// For tests that import single files.
copyFileSync(join(src, "generated/glue.js"), join(compiled, "generated/glue.js"));
rmSync(dist, { recursive: true, force: true });
for (const offer of OFFERS) {
	mkdirSync(offer.folder, { recursive: true });
	copyFileSync(join(offer.generated, "membercard_bg.wasm"), join(offer.folder, "membercard.wasm"));
	await Promise.all([bundleWasm(offer), ...LOADERS.map((loader) => bundle(offer, loader))]);
	writeNodeModule(offer);
}
await bundleKeys();
await buildCommandLine();
await buildMiniProgram();
FAMILIES.forEach(writeTypes);
writeSymbols(OFFERS);
copyDocuments();
writeManifest();
writeNotices();
linkByName();
