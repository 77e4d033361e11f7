/** Passes a hostile payload to one part of the package repeatedly, and reports how the module's memory grew. */

import { parentPort, workerData } from "node:worker_threads";
import { wasmBytes, watchWasm } from "../../load/soak/memory.mjs";

watchWasm();
const { CardForm, inspectMessage, prepareJson, validate, validateJson } = await import(
	"../../../pkg/dist/index.mjs"
);

const CARD = "pbLatjvWOibDc5-TBnbUk1pD12o0";
const LIST = "/user_information_form/common_field_list";
const head = `PATCH\n/v3/marketing/membercard-open/cards/${CARD}\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n`;

const PARTS = {
	validateJson: (json) => validateJson(json).issues,
	current: (json) => validate({ title: "a" }, { current: JSON.parse(json) }).issues,
	prepare(json) {
		try {
			prepareJson(json, { cardId: CARD, mchid: "1900007291", serialNo: "0A".repeat(20) });
		} catch {}
	},
	guard: (json) =>
		inspectMessage(`${head}${json}\n`, {
			cardIds: "any",
			now: 1554208460000,
			allowWarnings: ["unknown_key"],
		}),
	/** A form that starts with the payload. */
	initial(json) {
		const form = new CardForm({ initial: JSON.parse(json) });
		form.issues();
		form.changes();
		form.dispose();
	},
	/** A form into which the payload is pasted before further edits. */
	pasted(json) {
		const form = new CardForm();
		form.set("", JSON.parse(json));
		form.issues();
		form.remove("/user_information_form/common_field_list");
		form.reset();
		form.dispose();
	},
	/** A form whose list is edited. */
	list(json) {
		const form = new CardForm({ initial: JSON.parse(json) });
		try {
			form.move(LIST, 0, 1);
			form.remove(`${LIST}/0`);
			form.insert(LIST, 1, "USER_FORM_FLAG_SEX");
		} catch {} // Other payloads have no such list.
		form.dispose();
	},
};

const before = wasmBytes();
const grown = [];
for (let round = 0; round < 6; round++) {
	PARTS[workerData.part](workerData.json);
	grown.push(wasmBytes() - before);
}
parentPort.postMessage(grown);
