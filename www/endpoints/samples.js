/** Samples, by their names: an update or a card to begin with. */

/** What a person loads to see its issues: they are told at once, not only where somebody has been. */
const TOLD_AT_ONCE = new Set(["opening", "official", "mistakes"]);

/** A sample of an endpoint, as a draft. The official one is WeChat Pay's own, which the tests judge, too. */
export async function sampleOf({ page, api }, locale, sample) {
	const { [sample]: value = {}, official } = page.samplesOf(api, locale);
	return {
		value: sample === "official" ? await example(official) : value,
		strict: TOLD_AT_ONCE.has(sample),
		sample,
	};
}

async function example(name) {
	const response = await fetch(new URL(`examples/${name}`, document.baseURI));
	return response.json();
}
