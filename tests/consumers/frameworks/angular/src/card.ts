import { afterNextRender, Component } from "@angular/core";
import * as form from "wechatpay-membercard/form";
import { noteUse } from "../on-page.mjs";

@Component({ selector: "app-card", template: "<p>{{ message }}</p>" })
export class Card {
	readonly message = form.validate({ title: "一二三四五六七八九十一二" }).issues[0]?.message;

	constructor() {
		afterNextRender(() => noteUse(form));
	}
}
