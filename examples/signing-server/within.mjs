/**
 * The result of work, or a TimeoutError when the time is over. The work's signal says so, too; what comes of the work
 * afterwards counts no more.
 */
export async function within(milliseconds, work) {
	const controller = new AbortController();
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => {
			const error = new DOMException(`no end within ${milliseconds} ms`, "TimeoutError");
			controller.abort(error);
			reject(error);
		}, milliseconds);
	});
	try {
		return await Promise.race([late, work(controller.signal)]);
	} finally {
		clearTimeout(timer);
	}
}
