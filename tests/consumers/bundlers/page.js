import * as form from "wechatpay-membercard/form";
import { use } from "./use.mjs";

use(form);
