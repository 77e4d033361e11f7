/** Exhausts the stack inside of calls of the package, at will. */

/** Calls deeper and deeper, until a call throws. Returns what it threw. */
export function exhaust(call) {
	const deeper = () => {
		call();
		deeper();
	};
	try {
		deeper();
	} catch (error) {
		return error;
	}
}

/** Calls at each of the deepest levels of the stack, from the last one up. Returns what the calls threw. */
export function atEveryDepth(call, levels = 400) {
	const errors = [];
	let left = levels;
	const deeper = () => {
		try {
			deeper();
		} catch {
			// The end of the stack, or no room for what is below.
		}
		if (left > 0) {
			left -= 1;
			try {
				call();
			} catch (error) {
				errors.push(error);
			}
		}
	};
	deeper();
	return errors;
}
