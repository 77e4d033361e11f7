/**
 * Runs a task that Ctrl+C ends early: its signal is aborted then, and a failure that comes of it is none. A second Ctrl+C
 * ends the program. The signal is also aborted when the task is over, so that nothing it began goes on. Tells whether it was
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
