import * as membercard from "wechatpay-membercard";
import * as form from "wechatpay-membercard/form";
import { useAll, useForm } from "./scenario.mjs";

export default {
	async fetch() {
		return Response.json([await useAll(membercard), await useForm(form)]);
	},
};
