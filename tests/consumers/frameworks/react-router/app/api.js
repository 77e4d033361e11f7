import * as membercard from "wechatpay-membercard";
import { useAll as doAll } from "../scenario.mjs";

export async function loader() {
	return Response.json(await doAll(membercard));
}
