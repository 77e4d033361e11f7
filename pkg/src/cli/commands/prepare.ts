import { writeFile } from "node:fs/promises";
import type { Command } from "../arguments/command.js";
import { REQUEST } from "../options/request.js";
import { VALIDATION } from "../options/validation.js";
import { printPrepared } from "../report/print-request.js";
import { ExitCode } from "../shared/exit-code.js";
import { Failure } from "../shared/failure.js";
import { prepareUpdate } from "../signing/prepare-update.js";

export const prepare: Command = {
	name: "prepare",
	usage: "[OPTIONS] [FILE | -]",
	summary: { "zh-CN": "生成请求和待签名串", en: "build the request and the message to sign" },
	about: {
		"zh-CN": "签名在别处进行：--json 的输出用 complete 补上签名即可发送。",
		en: "Signing is done elsewhere: complete adds the signature to what --json prints.",
	},
	flags: [
		REQUEST,
		{
			title: { "zh-CN": "输出选项", en: "Output" },
			flags: [
				{
					name: "json",
					help: { "zh-CN": "以 JSON 输出，供 complete 使用", en: "print it as JSON, for complete" },
				},
				{
					name: "message-out",
					takes: "FILE",
					help: { "zh-CN": "把待签名串原样写入文件", en: "write the message to sign to a file, exactly" },
				},
			],
		},
		VALIDATION,
	],
	examples: [
		"prepare card.json --card-id pbLat… --mchid 1900000109 --serial-no 5157F0…",
		"prepare card.json --card-id … --json --message-out message > request.json",
	],
	async run(session) {
		const request = await prepareUpdate(session);
		if (request === undefined) {
			return ExitCode.Refused;
		}
		const file = session.given.value("message-out");
		if (file !== undefined) {
			await writeFile(file, request.message).catch((error: Error) => {
				throw new Failure({
					"zh-CN": `无法写入 ${file}：${error.message}`,
					en: `${file} cannot be written: ${error.message}`,
				});
			});
		}
		if (session.given.has("json")) {
			session.out.data(JSON.stringify(request));
		} else {
			printPrepared(session, request);
		}
		return ExitCode.Success;
	},
};
