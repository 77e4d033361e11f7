import * as membercard from "wechatpay-membercard";
import { useAll } from "../../scenario.mjs";

export const runtime = "edge";

export async function POST() {
	return Response.json(await useAll(membercard));
}
