import * as membercard from "wechatpay-membercard";
import * as form from "wechatpay-membercard/form";
import { useAll, useForm } from "./scenario.mjs";

const worker = new Worker("worker.mjs", { type: "module" });
worker.onmessage = ({ data }) => {
	globalThis.inWorker = data;
};
worker.onerror = ({ message }) => {
	globalThis.inWorker = message;
};
await Promise.all([membercard.init(), form.init()]);
globalThis.inPage = [await useAll(membercard), await useForm(form)];
