/** How the program ends, for scripts to branch on. */
export const ExitCode = {
	/** All is well: every card is valid, the message may be signed, the response is genuine. */
	Fine: 0,
	/** It is not. */
	Refused: 1,
	/** It could not be found out: wrong usage, an input that cannot be read, a signer that fails. */
	Failed: 2,
	/** A bug of this program: sysexits.h calls it EX_SOFTWARE. */
	Bug: 70,
	/** Ended by Ctrl+C, as a shell tells it. */
	Interrupted: 130,
	/** Nobody reads the output any longer, as a shell tells it. */
	BrokenPipe: 141,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
