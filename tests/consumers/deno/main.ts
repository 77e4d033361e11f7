import * as membercard from "wechatpay-membercard";
import * as form from "wechatpay-membercard/form";
import { useAll, useForm } from "./scenario.mjs";

const issue: membercard.Issue | undefined = membercard.validate({ title: 1 }).issues[0];
// @ts-expect-error: the types are there.
issue?.kode;
console.log(JSON.stringify([await useAll(membercard), await useForm(form)]));
