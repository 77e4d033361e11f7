import { afterNextRender, Component } from "@angular/core";
import * as membercard from "wechatpay-membercard";
import { noteUse } from "../on-page.mjs";

/** A separate page, so its imports do not count in the budget of the first page. */
@Component({ selector: "app-all", template: "" })
export class All {
	constructor() {
		afterNextRender(() => noteUse(membercard));
	}
}
