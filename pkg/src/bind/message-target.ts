/** Where a message about a field is shown: at the field, the closest one around it, the first within it, or the form. */
export function messageTarget(pointer: string, targets: readonly string[]): string | undefined {
	for (let around = pointer; around !== ""; around = around.slice(0, around.lastIndexOf("/"))) {
		if (targets.includes(around)) {
			return around;
		}
	}
	return (
		targets.find((target) => target.startsWith(`${pointer}/`)) ?? targets.find((target) => target === "")
	);
}
