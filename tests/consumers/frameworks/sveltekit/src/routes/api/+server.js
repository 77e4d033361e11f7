import * as membercard from "wechatpay-membercard";
import { useAll } from "../../../scenario.mjs";

export async function GET() {
	return Response.json(await useAll(membercard));
}
