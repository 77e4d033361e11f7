"use client";

import { useEffect, useRef } from "react";
import { bindForm, CardForm } from "wechatpay-membercard/form";

export function Card() {
	const form = useRef(null);
	useEffect(() => {
		const session = new CardForm();
		const binding = bindForm(form.current, session, {
			show: "always",
			onSubmit: ({ body }) => {
				document.body.dataset.saved = body;
			},
		});
		document.body.dataset.ready = "";
		return () => {
			binding.unbind();
			session.dispose();
		};
	}, []);
	return (
		<form ref={form}>
			<input name="title" />
			<button type="submit">保存</button>
		</form>
	);
}
