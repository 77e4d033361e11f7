/** Checks that image hosts are hosts: anything else would match no image URL. */

/** Characters that end the host in a URL, or that no host has. */
const NOT_IN_HOSTS = /[\s\p{Cc}"#*/:<>?@[\\\]^`{|}]/u;
const IPV6 = /^\[[\d.:a-f]+\]$/i;

/** Whether a text is exactly a host. Wildcards are not allowed. */
export function isHost(text: string): boolean {
	const labels = text.endsWith(".") ? text.slice(0, -1) : text;
	return (
		(text.startsWith("[") && IPV6.test(text)) ||
		(!NOT_IN_HOSTS.test(text) && labels.split(".").every((label) => label !== ""))
	);
}

/** The host in a URL or a part of one; `undefined` if there is none. */
export function hostIn(address: string): string | undefined {
	const [authority = ""] = address
		.trim()
		.replace(/^([a-z][a-z\d+.-]*:)?\/\//i, "")
		.split(/[/?#]/, 1);
	const host = authority.replace(/^.*@/, "").replace(/:\d*$/, "");
	return isHost(host) ? host : undefined;
}
