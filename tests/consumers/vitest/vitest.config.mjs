/** As Vitest does it by itself, in Node and in a simulated page, and resolved by Vite. */

const include = ["card.spec.mjs"];

export default {
	test: {
		projects: [
			{ test: { name: "node", include } },
			{ test: { name: "page", include, environment: "happy-dom" } },
			{ test: { name: "bundled", include, server: { deps: { inline: ["wechatpay-membercard"] } } } },
		],
	},
};
