import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";
import { cardUpdate } from "wechatpay-membercard/form";

function Card() {
	const { register, handleSubmit, formState } = useForm({ resolver: standardSchemaResolver(cardUpdate) });
	const save = handleSubmit((update) => {
		document.body.dataset.saved = JSON.stringify(update);
	});
	return (
		<form onSubmit={save}>
			<input {...register("title")} />
			<output>{formState.errors.title?.message}</output>
			<button type="submit">保存</button>
		</form>
	);
}

createRoot(document.querySelector("#root")).render(<Card />);

// The same in a worker, which Vite bundles on its own and which loads the WebAssembly module as a file of its own.
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => {
	globalThis.inWorker = data;
};
