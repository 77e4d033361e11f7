import * as form from "wechatpay-membercard/form/web";
import { useForm } from "./scenario.mjs";

form
	.init()
	.then(() => useForm(form))
	.then(postMessage, ({ message }) => postMessage(message));
