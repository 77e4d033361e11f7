import { afterNextRender, Component } from "@angular/core";
import * as membercard from "wechatpay-membercard";
import { noteUse } from "../on-page.mjs";

/** A page of its own, so the budget of the first one does not count what it imports. */
@Component({ selector: "app-all", template: "" })
export class All {
	constructor() {
		afterNextRender(() => noteUse(membercard));
	}
}
