/** Which hosts an image's address can have, so that a list of them does not name what could match nothing. */

/** Characters that end the host of an address, or that no host has. */
const NOT_IN_HOSTS = /[\s\p{Cc}"#*/:<>?@[\\\]^`{|}]/u;
const IPV6 = /^\[[\d.:a-f]+\]$/i;

/** Whether a text is a host, with nothing before or behind it. There are no wildcards. */
export function isHost(text: string): boolean {
	const labels = text.endsWith(".") ? text.slice(0, -1) : text;
	return (
		(text.startsWith("[") && IPV6.test(text)) ||
		(!NOT_IN_HOSTS.test(text) && labels.split(".").every((label) => label !== ""))
	);
}

/** The host that is meant by an address, or by what is left of one; nothing if there is none in it. */
export function hostIn(address: string): string | undefined {
	const [authority = ""] = address
		.trim()
		.replace(/^([a-z][a-z\d+.-]*:)?\/\//i, "")
		.split(/[/?#]/, 1);
	const host = authority.replace(/^.*@/, "").replace(/:\d*$/, "");
	return isHost(host) ? host : undefined;
}
