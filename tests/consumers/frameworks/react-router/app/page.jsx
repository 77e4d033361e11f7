import { useEffect } from "react";
import { validate } from "wechatpay-membercard";
import * as form from "wechatpay-membercard/form";
import { noteUse } from "../on-page.mjs";

export function loader() {
	const [issue] = validate({ title: "一二三四五六七八九十一二" }).issues;
	return { message: issue.message };
}

export default function Page({ loaderData }) {
	useEffect(() => {
		noteUse(form);
	}, []);
	return <p>{loaderData.message}</p>;
}
