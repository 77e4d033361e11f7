import type { Command } from "../arguments/command.js";
import { check } from "./check.js";
import { complete } from "./complete.js";
import { explain } from "./explain.js";
import { fetch } from "./fetch.js";
import { inspect } from "./inspect.js";
import { migrate } from "./migrate.js";
import { normalize } from "./normalize.js";
import { prepare } from "./prepare.js";
import { sign } from "./sign.js";
import { update } from "./update.js";
import { verify } from "./verify.js";

/** All commands, in the order of their use. */
export const COMMANDS: readonly Command[] = [
	check,
	normalize,
	prepare,
	sign,
	complete,
	inspect,
	verify,
	explain,
	fetch,
	update,
	migrate,
];
