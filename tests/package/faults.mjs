/** Exhausts the stack within calls of the package. */

/** Calls at each of the deepest levels of the stack, from the last level up. Returns the errors. */
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
 * Calls at the deepest levels of the stack until a call has enough room, so that the stack has ended everywhere within
 * it. Returns the last error.
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

/**
 * Calls once, `levels` above the end of the stack. The function must have been called before, so that it is compiled.
 */
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

/** Calls on each level of the stack down to its end, which is then within a call. Returns the error. */
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

/** Tries on each level of the stack, from the last level up, until `tryHere` returns false. */
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

// Call everything once first: compiling a function needs stack.
atEveryDepth(() => {}, 1);
exhaust(() => {});
callNearTheEnd(100, () => {});
