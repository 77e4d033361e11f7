/** A request that is ready to send: `fetch(request.url, request)` sends it. */
export interface SignedRequest {
	/** The HTTP method. */
	method: "PATCH";
	/** Where the request goes. */
	url: string;
	/** All headers, `Authorization` among them. */
	headers: Record<string, string>;
	/** The exact text that was signed. */
	body: string;
}
