import { useForm } from "./scenario.mjs";

/** Notes what a page came to. */
export async function noteUse(form) {
	try {
		await form.init();
		globalThis.used = await useForm(form);
	} catch ({ message }) {
		globalThis.used = message;
	}
}
