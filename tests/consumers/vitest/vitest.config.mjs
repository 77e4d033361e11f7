/** As Vitest does it by itself, in Node and in a simulated page, and resolved by Vite. */

const include = ["card.spec.mjs"];
/** Keys take long to make where the processor is shared. */
const testTimeout = 60_000;

export default {
	test: {
		projects: [
			{ test: { name: "node", include, testTimeout } },
			{ test: { name: "page", include, testTimeout, environment: "happy-dom" } },
			{
				test: {
					name: "bundled",
					include,
					testTimeout,
					server: { deps: { inline: ["wechatpay-membercard"] } },
				},
			},
		],
	},
};
