import type { Flag } from "../arguments/flag.js";

/** How a signed request is printed, if not for people. */
export const SIGNED_OUTPUT: readonly Flag[] = [
	{
		name: "json",
		help: { "zh-CN": "以 JSON 输出，可直接交给 fetch", en: "print it as JSON, as fetch takes it" },
	},
	{ name: "curl", help: { "zh-CN": "输出 curl 命令", en: "print a command for curl" } },
];
