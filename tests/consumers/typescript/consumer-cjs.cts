import membercard = require("wechatpay-membercard");

const text: string = membercard.version();
const error: membercard.ValidationError = new membercard.ValidationError([]);
const valid: boolean = membercard.validate({ title: text }).valid;

export = { error, valid };
