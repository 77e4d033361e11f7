import * as membercard from "wechatpay-membercard";
import { useAll } from "./scenario.mjs";

useAll(membercard).then((used) => console.log(JSON.stringify(used)));
