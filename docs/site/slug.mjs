/** The anchor of a heading, as GitHub makes it: documents link to headings there, too. */
export function slug(heading) {
	return heading
		.replace(/<[^>]*>/g, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
		.replaceAll(" ", "-");
}
