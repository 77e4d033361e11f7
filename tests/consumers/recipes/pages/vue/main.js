import { createApp } from "vue";
import CardEditor from "./CardEditor.vue";

const card = { title: "微信支付测试卡", service_phone: "0755-12345677", code_mode: "REAL_TIME" };
const onSave = (body) => {
	document.body.dataset.saved = body;
};

createApp(CardEditor, { card, onSave }).mount("#root");
