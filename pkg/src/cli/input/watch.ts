import { watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { unreadable } from "./input.js";

/** How long to wait for an editor that writes a file in several steps, in milliseconds. */
const SETTLED = 80;

/**
 * Watches files until the signal is aborted, and yields after each change. It watches the folders, because many editors
 * replace the file.
 */
export function watchFiles(files: readonly string[], signal: AbortSignal): AsyncGenerator<void> {
	let isChanged = false;
	let wake = () => {};
	const notice = () => {
		isChanged = true;
		wake();
	};
	signal.addEventListener("abort", notice);
	for (const [folder, names] of namesByFolder(files)) {
		try {
			const watcher = watch(folder, { signal }, (_, name) => {
				// Some systems do not report the name.
				if (name === null || names.has(name)) {
					notice();
				}
			});
			watcher.on("error", notice);
		} catch (error) {
			throw unreadable(folder, error);
		}
	}
	return changes();

	async function* changes(): AsyncGenerator<void> {
		while (!signal.aborted) {
			if (!isChanged) {
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
			await setTimeout(signal.aborted ? 0 : SETTLED);
			isChanged = false;
			if (!signal.aborted) {
				yield;
			}
		}
	}
}

function namesByFolder(files: readonly string[]): Map<string, Set<string>> {
	const byFolder = new Map<string, Set<string>>();
	for (const file of files.map((file) => resolve(file))) {
		const folder = dirname(file);
		byFolder.set(folder, (byFolder.get(folder) ?? new Set()).add(basename(file)));
	}
	return byFolder;
}
