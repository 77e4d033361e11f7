/** What the archive holds: every file, with the most bytes that it may have, a fifth above what it had when it was written. */

/** What `dist`, `dist/form` and `dist/validate` hold alike, and the same folders in `dist/card-member`. */
const OFFER = {
	"browser.d.mts": 100,
	"browser.mjs": 110_000,
	"edge.d.mts": 100,
	"edge.mjs": 226_000,
	"index.cjs": 229_000,
	"index.d.cts": 100,
	"index.d.mts": 100,
	"index.mjs": 1_000,
	"inline.cjs": 229_000,
	"inline.d.cts": 100,
	"inline.d.mts": 100,
	"inline.mjs": 1_230_000,
	"membercard.cjs": 1_030_000,
	"membercard.wasm": 770_000,
	"node.cjs": 100,
};

/** A form page's module is there to be small. */
const FORM = {
	"browser.mjs": 65_000,
	"membercard.cjs": 492_000,
	"membercard.wasm": 368_000,
	"inline.mjs": 635_000,
};

/** And that of a page that only validates still more. */
const VALIDATE = {
	"browser.mjs": 36_000,
	"membercard.cjs": 212_000,
	"membercard.wasm": 158_000,
	"inline.mjs": 273_000,
};

const MINI_PROGRAM = {
	"index.d.ts": 100,
	"index.js": 52_000,
	"membercard.wasm.br": 131_000,
	"package.json": 100,
};

/** The entries for keys have no module. */
const KEYS = {
	"node.cjs": 29_000,
	"node.d.cts": 100,
	"node.d.mts": 100,
	"node.mjs": 28_000,
	"webcrypto.cjs": 32_000,
	"webcrypto.d.cts": 100,
	"webcrypto.d.mts": 100,
	"webcrypto.mjs": 31_000,
};

/** For tools that do not read `exports`, each entry but that of the whole package has a folder. */
const OFFERS = ["", "form", "validate", "card-member", "card-member/form", "card-member/validate"];
const FOLDERS = [
	...OFFERS.flatMap((offer) => [offer, `${offer}/inline`, `${offer}/web`]).filter((folder) => folder !== ""),
	...["miniprogram", "node", "webcrypto"],
].map((folder) => folder.replace(/^\//, ""));

/** Every family of endpoints has the same entries. Their modules differ by less than a tenth. */
const family = (folder) => ({
	...inside(folder, OFFER),
	...inside(`${folder}/form`, { ...OFFER, ...FORM }),
	...inside(`${folder}/validate`, { ...OFFER, ...VALIDATE }),
});

export const CONTENTS = {
	"CHANGELOG.md": 60_000,
	"LICENSE-APACHE": 12_000,
	"LICENSE-MIT": 2_000,
	"README.md": 60_000,
	"README.zh-CN.md": 60_000,
	"THIRD-PARTY-NOTICES": 60_000,
	"package.json": 9_000,
	"dist/cli.mjs": 137_000,
	...family("dist"),
	...family("dist/card-member"),
	...inside("dist/miniprogram", MINI_PROGRAM),
	...inside("dist/keys", KEYS),
	...Object.fromEntries(FOLDERS.map((folder) => [`${folder}/package.json`, 200])),
};

/** Of declarations there is a file for each source, for ES modules and for CommonJS. */
export const TYPES = { files: /^dist\/types\/[a-z0-9/-]+\.d\.(ts|cts)$/, maxBytes: 735_000 };

export const MAX_ARCHIVE_BYTES = 6_320_000;

function inside(folder, files) {
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]));
}
