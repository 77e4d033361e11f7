// Sets the chosen theme before the first paint. Not a module, because modules run after the page is parsed.
try {
	const theme = localStorage.getItem("wechatpay-membercard.theme");
	if (theme === "light" || theme === "dark") {
		document.documentElement.dataset.theme = theme;
	}
} catch {
	// Storage is not allowed: use the system's theme.
}
