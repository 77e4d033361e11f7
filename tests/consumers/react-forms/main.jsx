import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { readAddress } from "./card.mjs";

/** The page of each library. */
const EDITORS = {
	antd: () => import("./unpacked/react-components/AntDesignEditor.tsx"),
	arco: async () => {
		await import("@arco-design/web-react/es/_util/react-19-adapter");
		await import("@arco-design/web-react/dist/css/arco.css");
		return import("./unpacked/react-components/ArcoEditor.tsx");
	},
	tdesign: async () => {
		await import("tdesign-react/es/_util/react-19-adapter");
		await import("tdesign-react/es/style/index.css");
		return import("./unpacked/react-components/TDesignEditor.tsx");
	},
	"react-hook-form": () => import("./unpacked/react/CardEditor.tsx"),
	tanstack: () => import("./unpacked/react/TanStackEditor.tsx"),
};

const { library, card } = readAddress(location.search);
const [Editor] = Object.values((await EDITORS[library]?.()) ?? [() => null]);
/** What was saved, for the tests. */
const save = (body) => {
	globalThis.saved = [...(globalThis.saved ?? []), body];
};

createRoot(document.querySelector("#root")).render(
	<StrictMode>
		<Editor card={card} save={save} />
	</StrictMode>,
);
