import * as form from "wechatpay-membercard/form/web";
import { use } from "./use.mjs";

use(form);
