import * as form from "wechatpay-membercard/form/web";
import { noteUse } from "./on-page.mjs";

noteUse(form);
