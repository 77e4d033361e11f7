import { createApp } from "vue";
import { readAddress } from "./card.mjs";

/** The page of each library. */
const EDITORS = {
	"element-plus": async () => {
		await import("element-plus/dist/index.css");
		return import("./unpacked/vue-components/ElementPlusEditor.vue");
	},
	naive: () => import("./unpacked/vue-components/NaiveEditor.vue"),
	"ant-design-vue": () => import("./unpacked/vue-components/AntDesignVueEditor.vue"),
	arco: async () => {
		await import("@arco-design/web-vue/dist/arco.css");
		return import("./unpacked/vue-components/ArcoEditor.vue");
	},
	tdesign: async () => {
		await import("tdesign-vue-next/es/style/index.css");
		return import("./unpacked/vue-components/TDesignEditor.vue");
	},
	vant: async () => {
		await import("vant/lib/index.css");
		return import("./unpacked/vue-components/VantEditor.vue");
	},
	"vee-validate": () => import("./unpacked/vue/CardEditor.vue"),
};

/** What was saved, for the tests. */
const onSave = (body) => {
	globalThis.saved = [...(globalThis.saved ?? []), body];
};
const { library, card } = readAddress(location.search);
const editor = await EDITORS[library]?.();
if (editor !== undefined) {
	createApp(editor.default, { card, onSave }).mount("#root");
}
