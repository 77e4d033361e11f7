import { watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { unreadable } from "./input.js";

/** Editors write a file in several steps, in milliseconds. */
const SETTLED = 80;

/**
 * Watches from now on. What it returns yields whenever one of the files was written, until the signal is aborted. Folders are
 * watched, not files: many editors put another file in the place of the one that was edited.
 */
export function changesOf(files: readonly string[], signal: AbortSignal): AsyncGenerator<void> {
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
				// Some systems do not tell the name.
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
