import { createRoot } from "react-dom/client";
import { CardEditor } from "./CardEditor.tsx";

const card = { title: "微信支付测试卡", service_phone: "0755-12345677", code_mode: "REAL_TIME" };
const save = (body) => {
	document.body.dataset.saved = body;
};

createRoot(document.querySelector("#root")).render(<CardEditor card={card} save={save} />);
