const membercard = require("wechatpay-membercard");
const { useAll } = require("./scenario.mjs");

useAll(membercard).then((used) => console.log(JSON.stringify(used)));
