import * as form from "/node_modules/wechatpay-membercard/dist/form/browser.mjs";
import { useForm } from "./scenario.mjs";

await form.init();
postMessage(await useForm(form));
