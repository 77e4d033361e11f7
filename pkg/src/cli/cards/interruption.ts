/**
 * Runs a task that Ctrl+C ends early by aborting its signal; errors after that are ignored. A second Ctrl+C ends the
 * program. The signal is also aborted when the task is over, to stop what it started. Returns whether the task was
 * interrupted.
 */
export async function interruptible(task: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
	const interruption = new AbortController();
	let interrupted = false;
	const interrupt = () => {
		interrupted = true;
		interruption.abort();
	};
	process.once("SIGINT", interrupt);
	try {
		await task(interruption.signal);
	} catch (error) {
		if (!interrupted) {
			throw error;
		}
	} finally {
		process.off("SIGINT", interrupt);
		interruption.abort();
	}
	return interrupted;
}
