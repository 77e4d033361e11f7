const MAX_MESSAGE_BYTES = 65_536;

/** The body of a request, or nothing if it is too large. It rejects when the client goes away before the end. */
export function readMessage(request) {
	return new Promise((resolve, reject) => {
		let chunks = [];
		let length = 0;
		request.on("data", (chunk) => {
			length += chunk.length;
			if (length <= MAX_MESSAGE_BYTES) {
				chunks.push(chunk);
			} else {
				// The rest is thrown away as it comes in: a client that is cut off while it sends may miss the answer.
				chunks = [];
				resolve(undefined);
			}
		});
		request.on("end", () => resolve(Buffer.concat(chunks)));
		request.on("error", reject);
	});
}
