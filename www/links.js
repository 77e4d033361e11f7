/** Links to documents: names of texts, and addresses. */
const LINKS = [
	{ text: "linkPackage", href: "https://www.npmjs.com/package/wechatpay-membercard" },
	{ text: "linkCrate", href: "https://docs.rs/wechatpay-membercard" },
];

/** The links in a language. A site with its own documents names them with `<link rel="help" hreflang="en">`. */
export function links(language) {
	const help = document.querySelector(`link[rel="help"][hreflang="${language}"]`);
	return help ? [{ text: "documents", href: help.href }, ...LINKS] : LINKS;
}
