import * as membercard from "wechatpay-membercard";
import { useAll } from "../../scenario.mjs";

export default defineEventHandler(() => useAll(membercard));
