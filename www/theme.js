// Before anything is drawn: the theme that was chosen here before. Not a module, for modules wait for the page.
try {
	const theme = localStorage.getItem("wechatpay-membercard.theme");
	if (theme === "light" || theme === "dark") {
		document.documentElement.dataset.theme = theme;
	}
} catch {
	// Where storage is not allowed, the system's theme it is.
}
