import { useForm } from "./scenario.mjs";

/** Lets the page know what it came to. */
export async function use(form) {
	try {
		await form.init();
		globalThis.used = await useForm(form);
	} catch ({ message }) {
		globalThis.used = message;
	}
}
