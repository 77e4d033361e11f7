/**
 * Calls functions that read values for the first time when no stack is left. V8 compiles functions and patterns at the
 * first call, and ends the process if it has no stack for a complex pattern.
 */

import { readFileSync } from "node:fs";
import { encodedValue } from "../../pkg/build/bridge/encoded-value.js";
import { toWellFormed } from "../../pkg/build/bridge/json-text.js";
import { encodedPath } from "../../pkg/build/form/encoded-path.js";
import { initSync } from "../../pkg/build/hosts/init.js";
import { localeOf } from "../../pkg/build/options/locale.js";
import { isHost } from "../../pkg/build/validate/image-hosts.js";
import { atEveryDepth } from "./faults.mjs";

const LONG = "会员卡".repeat(100);

class Shop {
	name = "店";
}

export const READERS = {
	"a long text": () => encodedValue(LONG),
	"a date": () => encodedValue(new Date(0)),
	"an instance": () => encodedValue([new Shop(), new Map()]),
	"half a character": () => toWellFormed(`\\\ud800${LONG}`),
	"a language": () => localeOf("en-US"),
	"a host": () => isHost("images.example"),
	"a path": () => encodedPath("/common_field_list/0"),
};

initSync(readFileSync(new URL("../../pkg/dist/membercard.wasm", import.meta.url)));

const [, , name] = process.argv;
if (name !== undefined) {
	encodedValue(["a"]);
	atEveryDepth(READERS[name]);
	READERS[name]();
	process.stdout.write("it works");
}
