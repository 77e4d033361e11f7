import * as membercard from "wechatpay-membercard";
import * as form from "wechatpay-membercard/form";
import { useAll, useForm } from "./scenario.mjs";

const required = require("wechatpay-membercard");
const isOne: boolean = required.ValidationError === membercard.ValidationError;
console.log(JSON.stringify([await useAll(membercard), await useForm(form), isOne]));
