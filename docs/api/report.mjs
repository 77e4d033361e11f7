/**
 * Writes what each entry of the npm package exports, as one text file: `reports/NAME.api.md`. A change of the public
 * types shows in its diff, so a reviewer sees a break. With `--check` nothing is written: it fails if a file is stale.
 * The package is built.
 */

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { MODULES } from "./entries.mjs";

/** What these export, the entries beside them export as well, but for how a Mini Program loads the module. */
const PARTS = /\/(?:form|validate|miniprogram)$/;

const here = import.meta.dirname;
const package_ = join(here, "../../pkg");
const compilerOptions = {
	target: "es2022",
	module: "nodenext",
	lib: ["es2022", "dom", "esnext.disposable"],
	types: [],
	strict: true,
};
const silent = { default: { logLevel: ExtractorLogLevel.None } };
const reports = join(here, "reports");
const temporary = mkdtempSync(join(tmpdir(), "api-report-"));

function isCurrent(entryPoint, name, check) {
	const config = ExtractorConfig.prepare({
		configObjectFullPath: undefined,
		packageJsonFullPath: join(package_, "package.json"),
		configObject: {
			projectFolder: package_,
			mainEntryPointFilePath: entryPoint,
			compiler: { overrideTsconfig: { compilerOptions, files: [entryPoint] } },
			apiReport: {
				enabled: true,
				reportFileName: name,
				reportFolder: reports,
				reportTempFolder: temporary,
			},
			docModel: { enabled: false },
			dtsRollup: { enabled: false },
			tsdocMetadata: { enabled: false },
			messages: {
				compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
				extractorMessageReporting: silent,
				tsdocMessageReporting: silent,
			},
		},
	});
	const { succeeded, apiReportChanged } = Extractor.invoke(config, { localBuild: !check });
	return succeeded && !(check && apiReportChanged);
}

mkdirSync(reports, { recursive: true });
const check = process.argv.includes("--check");
const stale = [...MODULES]
	.filter(([, [name]]) => !PARTS.test(name))
	.map(([file, [name]]) => [file, name.replaceAll("/", "-")])
	.filter(([file, name]) => !isCurrent(file, name, check));
rmSync(temporary, { recursive: true });
if (stale.length > 0) {
	console.error(
		`Changed: ${stale.map(([, name]) => name).join(", ")}. \`cargo xtask docs --quick\` writes the reports anew.`,
	);
	process.exit(1);
}
