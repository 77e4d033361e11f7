/** @jest-environment jsdom */

const entries = {
	"the form's entry": () => require("wechatpay-membercard/form"),
	"the entry with the module inside": () => require("wechatpay-membercard/form/inline"),
};

test.each(Object.entries(entries))("a page's test, %s", (_, load) => {
	const { bindForm, CardForm } = load();
	document.body.innerHTML = '<form><input name="title"></form>';
	const saved = [];
	const form = document.querySelector("form");
	bindForm(form, new CardForm(), { show: "always", onSubmit: ({ body }) => saved.push(body) });
	const { title } = form.elements;
	const enter = (text) => {
		title.value = text;
		title.dispatchEvent(new Event("input", { bubbles: true }));
		form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
	};
	enter("一二三四五六七八九十一二");
	expect(title.validationMessage).toBe("会员卡名称最多 10 个字，当前 12 个字");
	enter("会员卡");
	expect(saved).toEqual(['{"title":"会员卡"}']);
});
