/**
 * The signing server, if it serves this page. Such a server sends a header with the page:
 *
 *     Link: </sign>; rel="sign"
 *
 * The protocol is that of `examples/signing-server`: POST the message to sign. The answer is `{ "signature": "<base64>"
 * }`, or another status with `{ "refusals": […] }` or `{ "error": "why not" }`.
 */

const LINK = /<([^>]+)>\s*;\s*rel="?sign"?/;

/** The URL that signs; `undefined` if the server does not sign. */
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

/** Lets the server sign a prepared request. Throws an Error that says why it did not. */
export async function signWithServer(address, prepared) {
	const response = await fetch(address, {
		method: "POST",
		headers: { "Content-Type": "application/octet-stream" },
		body: prepared.message,
	});
	const answer = await response.json().catch(() => ({}));
	if (!response.ok || typeof answer.signature !== "string") {
		const refused = answer.refusals?.map(({ message }) => message).join("\n");
		throw new Error(refused ?? answer.error ?? `HTTP ${response.status}`);
	}
	return answer.signature;
}
