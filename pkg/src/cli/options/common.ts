import type { FlagGroup } from "../arguments/flag.js";

/** The options of every command. */
export const COMMON: FlagGroup = {
	title: { "zh-CN": "通用选项", en: "Common options" },
	flags: [
		{
			name: "api",
			takes: "NAME",
			help: {
				"zh-CN": "接口，默认 membercard-open.update",
				en: "the endpoint; default: membercard-open.update",
			},
		},
		{
			name: "locale",
			takes: "LOCALE",
			help: {
				"zh-CN": "语言：zh… 为中文，其他为英文；默认随系统",
				en: "zh… is Chinese, all else English; default: the system's",
			},
		},
		{ name: "color", help: { "zh-CN": "总是使用颜色", en: "always use colours" } },
		{ name: "no-color", help: { "zh-CN": "从不使用颜色", en: "never use colours" } },
		{ name: "help", short: "h", help: { "zh-CN": "显示帮助", en: "show help" } },
		{ name: "version", short: "V", help: { "zh-CN": "显示版本", en: "show the version" } },
	],
};
