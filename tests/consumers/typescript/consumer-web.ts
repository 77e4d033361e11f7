/** Types that only hosts with the web's declarations have. */

import {
	init,
	initSync,
	responseParts,
	type SignedRequest,
	send,
	type Verifier,
	verifyResponse,
} from "wechatpay-membercard/web";

await init(new URL("membercard.wasm", "https://example.com/"));
await init(fetch("membercard.wasm"));
await init(WebAssembly.compileStreaming(fetch("membercard.wasm")));
initSync(new WebAssembly.Module(new Uint8Array()));

export async function exchange(request: SignedRequest, verifier: Verifier): Promise<void> {
	const response: Response = await fetch(request.url, request);
	const { status, headers, body } = await responseParts(response.clone());
	await verifyResponse({ status, headers, body }, { verifier });
	await verifyResponse({ status, headers: new Headers(), body: new ArrayBuffer(0) }, { verifier });
	await verifyResponse(response, { verifier });
	await send(request, { verifier, fetch, signal: AbortSignal.timeout(1000) });
	await send(request, { verifier, fetch: (url, init) => fetch(`/proxy?${url}`, init) });
}
