/** A command for curl that sends a request as it is, in a POSIX shell. */
export function curlOf({ method, url, headers, body }) {
	const parts = [`curl --request ${method} ${quoted(url)}`];
	for (const [name, value] of Object.entries(headers)) {
		parts.push(`--header ${quoted(`${name}: ${value}`)}`);
	}
	parts.push(`--data-raw ${quoted(body)}`);
	return parts.join(" \\\n  ");
}

function quoted(text) {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
