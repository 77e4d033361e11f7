import { validate } from "wechatpay-membercard";
import { Card } from "./card.jsx";

export const dynamic = "force-dynamic";

/** A server component, which validates on the server, around a client component, which validates in the browser. */
export default function Page() {
	const { issues } = validate({ title: "一二三四五六七八九十一二" });
	return (
		<main>
			<p>{issues[0].message}</p>
			<Card />
		</main>
	);
}
