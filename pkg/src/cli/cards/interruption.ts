/**
 * Runs a task that Ctrl+C ends early: its signal is aborted then, and a failure that comes of it is none. A second Ctrl+C
 * ends the program.
 */
export async function interruptible(task: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
	const interruption = new AbortController();
	const interrupt = () => interruption.abort();
	process.once("SIGINT", interrupt);
	try {
		await task(interruption.signal);
	} catch (error) {
		if (!interruption.signal.aborted) {
			throw error;
		}
	} finally {
		process.off("SIGINT", interrupt);
	}
	return interruption.signal.aborted;
}
