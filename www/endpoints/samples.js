/** Samples by name: an update or a card. */

/** Samples whose issues are shown at once, not only at visited fields. */
const SHOWN_AT_ONCE = new Set(["opening", "official", "mistakes"]);

/** A sample of an endpoint as a draft. The official one is WeChat Pay's own example, which the tests use, too. */
export async function sampleOf({ page, api }, locale, sample) {
	const { [sample]: value = {}, official } = page.samplesOf(api, locale);
	return {
		value: sample === "official" ? await example(official) : value,
		strict: SHOWN_AT_ONCE.has(sample),
		sample,
	};
}

async function example(name) {
	const response = await fetch(new URL(`examples/${name}`, document.baseURI));
	return response.json();
}
