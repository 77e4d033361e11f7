import * as form from "wechatpay-membercard/form";
import { noteUse } from "./on-page.mjs";

noteUse(form);
