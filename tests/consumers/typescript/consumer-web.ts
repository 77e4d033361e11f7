/** Types that only hosts with the web's declarations have. */

import { init, initSync, type SignedRequest } from "wechatpay-membercard/web";

await init(new URL("membercard.wasm", "https://example.com/"));
await init(fetch("membercard.wasm"));
await init(WebAssembly.compileStreaming(fetch("membercard.wasm")));
initSync(new WebAssembly.Module(new Uint8Array()));

export const send = (request: SignedRequest): Promise<Response> => fetch(request.url, request);
