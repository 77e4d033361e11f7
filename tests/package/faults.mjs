/** Exhausts the stack inside of calls of the package, at will. */

/** Calls at each of the deepest levels of the stack, from the last one up. Returns what the calls threw. */
export function atEveryDepth(call, levels = 400) {
	const errors = [];
	let left = levels;
	fromTheEnd(() => {
		left -= 1;
		try {
			call();
		} catch (error) {
			errors.push(error);
		}
		return left > 0;
	});
	return errors;
}

/**
 * Calls at the deepest levels of the stack, until a call has room enough. So the stack has ended everywhere inside of it.
 * Returns what the last call but one threw.
 */
export function exhaust(call) {
	let thrown;
	fromTheEnd(() => {
		try {
			call();
			return false;
		} catch (error) {
			thrown = error;
			return true;
		}
	});
	return thrown;
}

/** Calls once, so many levels above the end of the stack. What is called was called before, or there is no room for it. */
export function callNearTheEnd(levels, call) {
	let left = levels;
	fromTheEnd(() => {
		if (left > 0) {
			left -= 1;
			return true;
		}
		try {
			call();
		} catch {
			// There was too little room.
		}
		return false;
	});
}

/** Calls on each level of the stack, down to its end, which is then inside of a call. Returns what that call threw. */
export function walkDown(call) {
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

/** Tries on each level of the stack, from the last one up, as long as it is told to go on. */
function fromTheEnd(tryHere) {
	let goesOn = true;
	const deeper = () => {
		try {
			deeper();
		} catch {
			// The end of the stack, or no room to try.
		}
		if (goesOn) {
			goesOn = tryHere();
		}
	};
	deeper();
}

// Functions are compiled when they are first called, for which there would be no stack left.
atEveryDepth(() => {}, 1);
exhaust(() => {});
callNearTheEnd(100, () => {});
