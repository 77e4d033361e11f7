/** The package for form pages: without responses, the guard and sending. */

export {
	type Binding,
	type BindOptions,
	bindForm,
	type FormElement,
	type SubmissionEvent,
	type ValidUpdate,
} from "../../bind/bind-form.js";
export { init, initSync } from "../../hosts/init.js";
export type { WasmModule, WasmSource, WasmSyncSource } from "../../hosts/wasm-source.js";
export * from "./form-without-page.js";
