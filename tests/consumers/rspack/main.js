import * as membercard from "wechatpay-membercard";
import * as form from "wechatpay-membercard/form/web";
import { useAll, useForm } from "./scenario.mjs";

async function use() {
	await form.init();
	return [await useAll(membercard), await useForm(form)];
}

use().then(
	(used) => {
		globalThis.used = used;
	},
	({ message }) => {
		globalThis.used = message;
	},
);
