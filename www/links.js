/** Where to read on: the names of texts, and addresses. */
const LINKS = [
	{ text: "linkPackage", href: "https://www.npmjs.com/package/wechatpay-membercard" },
	{ text: "linkCrate", href: "https://docs.rs/wechatpay-membercard" },
];

/** The links for readers of a language. A site that holds the page names its documents: `<link rel="help" hreflang="en">`. */
export function links(language) {
	const help = document.querySelector(`link[rel="help"][hreflang="${language}"]`);
	return help ? [{ text: "documents", href: help.href }, ...LINKS] : LINKS;
}
