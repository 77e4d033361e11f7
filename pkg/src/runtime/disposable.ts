/** Types for `using`. TypeScript before 5.2, and older targets, do not declare them. */

declare global {
	interface SymbolConstructor {
		readonly dispose: unique symbol;
	}

	interface Disposable {
		/** Frees its resources. */
		[Symbol.dispose](): void;
	}
}

/** A value that `using` disposes of at the end of the block. */
export type DisposableResource = Disposable;
