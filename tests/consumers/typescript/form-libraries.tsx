/** Form libraries take the schema, and know the names and types of its fields. */

import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useForm as useTanStackForm } from "@tanstack/react-form";
import { useForm } from "react-hook-form";
import { cardUpdate, cardUpdateSchema, type CardUpdate, type SchemaInput } from "wechatpay-membercard/form";
import { cardUpdateSchema as memberSchema } from "wechatpay-membercard/card-member/form";

export function ReactHookForm({ card }: { card: CardUpdate }) {
	const form = useForm({ resolver: standardSchemaResolver(cardUpdate), defaultValues: card });
	const path: string | undefined = form.watch("balance_information.balance_path");
	form.setValue("user_information_form.custom_field_list.0.name", "喜欢的运动");
	// @ts-expect-error: the API has no such field.
	form.register("tilte");
	// @ts-expect-error: it is a text.
	form.setValue("title", 1);
	const submit = form.handleSubmit((update: CardUpdate) => update.title);
	return (
		<form onSubmit={submit}>
			<input {...form.register("title")} />
			{form.formState.errors.balance_information?.balance_path?.message ?? path}
		</form>
	);
}

export function WithBlanks({ card }: { card: CardUpdate }) {
	const form = useForm({
		resolver: standardSchemaResolver(cardUpdateSchema({ current: card, omitBlank: true })),
		defaultValues: { ...card, code_type: "" },
	});
	// @ts-expect-error: the API has no such field.
	form.getValues("balance_information.balance_pth");
	return <form onSubmit={form.handleSubmit((update: CardUpdate) => update.code_type)} />;
}

export function OfAnEndpoint() {
	const form = useForm({ resolver: standardSchemaResolver(memberSchema({ api: "card-member.partner.create" })) });
	// @ts-expect-error: that is a field of membercard-open.
	form.register("title");
	return <form onSubmit={form.handleSubmit(({ brand_id }) => brand_id.length)}><input {...form.register("card_title")} /></form>;
}

export function TanStackForm({ card }: { card: CardUpdate }) {
	const form = useTanStackForm({
		defaultValues: card as SchemaInput<"membercard-open.update", true>,
		validators: { onChange: cardUpdateSchema({ omitBlank: true }) },
	});
	// @ts-expect-error: the API has no such field.
	form.setFieldValue("tilte", "");
	return <form.Field name="balance_information.balance_path">{({ state }) => state.meta.errors.length}</form.Field>;
}
