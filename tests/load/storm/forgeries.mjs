/** Forged messages of a logged-in attacker, made from valid ones. */

const line = (index, replace) => (message) =>
	message
		.split("\n")
		.map((text, at) => (at === index ? replace(text) : text))
		.join("\n");
const body = (replace) => line(4, replace);

/** Each kind of forgery, and a required reason for its refusal. */
export const FORGERIES = {
	refund: [line(1, () => "/v3/refund/domestic/refunds"), "wrong_path"],
	payment: [
		(message) => line(0, () => "POST")(line(1, () => "/v3/pay/transactions/jsapi")(message)),
		"wrong_method",
	],
	otherCard: [line(1, (path) => `${path.slice(0, -3)}AAA`), "unexpected_card"],
	parentFolder: [line(1, (path) => `${path}/../../../refund`), "wrong_path"],
	encodedSlash: [line(1, (path) => `${path.slice(0, -1)}%2F`), "malformed_card_id"],
	yesterday: [line(2, (time) => String(Number(time) - 86_400)), "stale_timestamp"],
	milliseconds: [line(2, (time) => `${time}000`), "malformed_timestamp"],
	noNonce: [line(3, () => ""), "nonce_length"],
	twoMessages: [(message) => message + message, "wrong_line_count"],
	unended: [(message) => message.slice(0, -1), "wrong_line_count"],
	blanks: [body((text) => text.replace(":", ": ")), "body_not_canonical"],
	escapes: [body((text) => text.replace("title", "\\u0074itle")), "body_not_canonical"],
	twice: [body((text) => text.replace("{", '{"title":"二",')), "invalid_body"],
	unknownKey: [body((text) => text.replace("{", '{"amount":1,')), "refused_warning"],
	tooLong: [body((text) => text.replace('"title":"', '"title":"一二三四五六七八九十')), "invalid_body"],
	notAnObject: [body(() => "null"), "invalid_body"],
};
