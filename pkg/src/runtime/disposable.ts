/** What `using` needs, declared here as well: TypeScript before 5.2, and many targets, know nothing of it. */

declare global {
	interface SymbolConstructor {
		readonly dispose: unique symbol;
	}

	interface Disposable {
		/** Frees what it holds. */
		[Symbol.dispose](): void;
	}
}

/** What `using` disposes of at the end of its block. */
export type DisposableResource = Disposable;
