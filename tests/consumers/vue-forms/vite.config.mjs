import vue from "@vitejs/plugin-vue";

/** Vant names a second source for its icons, which browsers fetch from elsewhere. */
const withoutForeignFonts = {
	name: "without-foreign-fonts",
	enforce: "pre",
	transform: (code, id) =>
		/vant.*\.css$/.test(id) ? code.replace(/,url\(\/\/[^)]+\)[^;,}]*/g, "") : undefined,
};

export default { plugins: [vue(), withoutForeignFonts] };
