/** Records errors of a page, for drivers that do not report them. */

globalThis.pageErrors = [];

const record = (error) => globalThis.pageErrors.push(String(error?.stack ?? error));

addEventListener(
	"error",
	({ error, message, target }) =>
		record(error ?? message ?? `not loaded: ${target.src ?? target.href ?? target.tagName}`),
	true,
);
addEventListener("unhandledrejection", ({ reason }) => record(reason));
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
	record(`not allowed: ${violatedDirective}: ${blockedURI}, ${sourceFile}`),
);
for (const name of ["error", "warn"]) {
	const original = console[name];
	console[name] = (...args) => {
		record(args.join(" "));
		original.apply(console, args);
	};
}
