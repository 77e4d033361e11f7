/** The place where something about a field is told: its own, the closest around it, the first within it, or the form's. */
export function placeOf(pointer: string, places: readonly string[]): string | undefined {
	for (let around = pointer; around !== ""; around = around.slice(0, around.lastIndexOf("/"))) {
		if (places.includes(around)) {
			return around;
		}
	}
	return places.find((place) => place.startsWith(`${pointer}/`)) ?? places.find((place) => place === "");
}
