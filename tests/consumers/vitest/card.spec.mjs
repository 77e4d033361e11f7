import { expect, test } from "vitest";
import * as membercard from "wechatpay-membercard";
import * as form from "wechatpay-membercard/form";
import * as inline from "wechatpay-membercard/form/inline";
import { ALL, FORM, useAll, useForm } from "./scenario.mjs";

test("the package is ready", async () => {
	expect(await useAll(membercard)).toEqual(ALL);
	expect(await useForm(form)).toEqual(FORM);
	expect(await useForm(inline)).toEqual(FORM);
});
