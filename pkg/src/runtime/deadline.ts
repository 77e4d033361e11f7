/** A time limit. An outer signal can end it early. */
export class Deadline {
	readonly signal: AbortSignal;
	readonly #ends: number;
	readonly #over: Promise<never>;
	readonly #clear: () => void;

	constructor(milliseconds: number, outer?: AbortSignal) {
		const controller = new AbortController();
		const { signal } = controller;
		const expire = () =>
			controller.abort(new DOMException(`No end within ${milliseconds} ms`, "TimeoutError"));
		const follow = () => controller.abort(outer?.reason);
		const timer = setTimeout(expire, milliseconds);
		this.signal = signal;
		this.#ends = performance.now() + milliseconds;
		this.#over = new Promise((_, reject) => {
			signal.addEventListener("abort", () => reject(signal.reason), { once: true });
		});
		this.#over.catch(() => {});
		this.#clear = () => {
			clearTimeout(timer);
			outer?.removeEventListener("abort", follow);
		};
		if (outer?.aborted) {
			follow();
		} else {
			outer?.addEventListener("abort", follow, { once: true });
		}
	}

	/** Milliseconds left. */
	get left(): number {
		return this.#ends - performance.now();
	}

	/** Awaits work. Rejects with the signal's reason when the time is over. */
	race<T>(work: T | PromiseLike<T>): Promise<T> {
		return Promise.race([this.#over, work]);
	}

	/** Releases the timer and the outer signal. */
	end(): void {
		this.#clear();
	}
}

/** Waits. The signal ends the wait early. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const end = () => {
			clearTimeout(timer);
			signal.removeEventListener("abort", end);
			resolve();
		};
		const timer = setTimeout(end, milliseconds);
		signal.addEventListener("abort", end, { once: true });
	});
}
