/** Where `console.log` of Node.js asks a value how to show it. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

const OWN_PARTS = {
	value(this: object) {
		return { ...this };
	},
};

/** The same value, of which `console.log` shows what its getters return, and not `[Getter]`. */
export function inspected<T extends object>(value: T): T {
	return Object.defineProperty(value, INSPECT, OWN_PARTS);
}
