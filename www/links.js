/** Where to read on: the names of texts, and addresses. */
export const LINKS = [
	{ text: "linkPackage", href: "https://www.npmjs.com/package/wechatpay-membercard" },
	{ text: "linkCrate", href: "https://docs.rs/wechatpay-membercard" },
];
