import { useData } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { h } from "vue";

import "./style.css";

/** Tells readers of a page in another language than theirs that there is none in theirs. */
const ForeignNote = {
	setup() {
		const { frontmatter, theme } = useData();
		return () => {
			const text = theme.value.foreign[frontmatter.value.foreign];
			return text && h("p", { class: "foreign-note", role: "note" }, text);
		};
	},
};

export default {
	extends: DefaultTheme,
	Layout: () => h(DefaultTheme.Layout, null, { "doc-before": () => h(ForeignNote) }),
};
