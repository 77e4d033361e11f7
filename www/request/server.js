/**
 * The signing server, if this page comes from one. Such a server says so in the headers of the page:
 *
 *     Link: </sign>; rel="sign"
 *
 * It is that of `examples/signing-server`: sent the message to sign, it answers `{ "signature": "<base64>" }`, or with
 * another status and `{ "refusals": […] }` or `{ "error": "why not" }`.
 */

const LINK = /<([^>]+)>\s*;\s*rel="?sign"?/;

/** The address that signs; nothing, if the page's server does not. */
export async function findSigner() {
	try {
		const response = await fetch(location.pathname, { method: "HEAD" });
		const found = LINK.exec(response.headers.get("Link") ?? "");
		const address = found && new URL(found[1], location.href);
		return address?.origin === location.origin ? address.href : undefined;
	} catch {
		return undefined;
	}
}

/** Has the server sign a prepared request. Throws an Error that says why it did not. */
export async function signWithServer(address, prepared) {
	const response = await fetch(address, {
		method: "POST",
		headers: { "Content-Type": "application/octet-stream" },
		body: prepared.message,
	});
	const told = await response.json().catch(() => ({}));
	if (!response.ok || typeof told.signature !== "string") {
		const refused = told.refusals?.map(({ message }) => message).join("\n");
		throw new Error(refused ?? told.error ?? `HTTP ${response.status}`);
	}
	return told.signature;
}
