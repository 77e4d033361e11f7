/** Exit codes, for scripts. */
export const ExitCode = {
	/** Every card is valid, the message may be signed, or the response is genuine. */
	Success: 0,
	/** A card is not valid, the message must not be signed, or the response is not a verified success. */
	Refused: 1,
	/** No result: wrong usage, unreadable input, or a signer that failed. */
	Failed: 2,
	/** A bug of this program (EX_SOFTWARE of sysexits.h). */
	Bug: 70,
	/** Ended by Ctrl+C, as shells report it. */
	Interrupted: 130,
	/** The reader of the output has gone, as shells report it. */
	BrokenPipe: 141,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
