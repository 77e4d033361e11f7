/**
 * The signing server, if this page comes from one. Such a server says so in the headers of the page:
 *
 *     Link: </sign>; rel="sign"
 *
 * It is sent the prepared request as JSON (`PreparedRequest.toJSON()`), and answers `{ "signature": "<base64>" }`, or
 * with another status and `{ "message": "why not" }`.
 */

const LINK = /<([^>]+)>\s*;\s*rel="?sign"?/;

/** The address that signs; nothing, if the page's server does not. */
export async function findSigner() {
	try {
		const answer = await fetch(location.pathname, { method: "HEAD" });
		const found = LINK.exec(answer.headers.get("Link") ?? "");
		const address = found && new URL(found[1], location.href);
		return address?.origin === location.origin ? address.href : undefined;
	} catch {
		return undefined;
	}
}

/** Has the server sign a prepared request. Throws an Error that says why it did not. */
export async function signWithServer(address, prepared) {
	const answer = await fetch(address, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify(prepared),
	});
	const told = await answer.json().catch(() => ({}));
	if (!answer.ok || typeof told.signature !== "string") {
		throw new Error(told.message ?? `HTTP ${answer.status}`);
	}
	return told.signature;
}
