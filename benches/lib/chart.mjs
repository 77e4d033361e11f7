/** The results as a drawing, for light and dark pages. */

import { OURS } from "../peers/index.mjs";
import { BUNDLED } from "./bundles.mjs";

const WIDTH = 860;
const COLUMN = 420;
const NAME = 116;
const BAR = { height: 14, gap: 6, longest: 220 };
const TITLE = 30;
const HEADER = 56;

/** What is drawn, and what it is called there. */
const PANELS = [
	["whole", "example", "Whole job: bytes to string to sign"],
	["object", "example", "Object to issues, valid"],
	["object", "invalid", "Object to issues, many errors"],
	["keystroke", "example", "One keystroke in a form"],
	["cold", "chromium", "Import to first verdict, Chromium"],
	["download", "brotli", "Download, brotli"],
];

export function chart(rows) {
	let height = HEADER;
	const panels = [];
	for (let first = 0; first < PANELS.length; first += 2) {
		const pair = PANELS.slice(first, first + 2).map(([measure, key, title]) => {
			const { ratios } = rows.find((row) => row.measure === measure && row.key === key);
			return { title, ratios };
		});
		panels.push(...pair.map(({ title, ratios }, index) => panel(title, ratios, index * COLUMN + 16, height)));
		const bars = Math.max(...pair.map(({ ratios }) => Object.keys(ratios).length));
		height += TITLE + bars * (BAR.height + BAR.gap) + 18;
	}
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">wechatpay-membercard beside other validators that do the same work</title>
<style>
text { font: 12px system-ui, sans-serif; fill: #57606a; }
.head { font-size: 15px; font-weight: 600; fill: #24292f; }
.ours { font-weight: 600; fill: #24292f; }
rect { fill: #b6bec8; }
rect.ours { fill: #07a855; }
@media (prefers-color-scheme: dark) {
text { fill: #9da7b3; }
.head, text.ours { fill: #e6edf3; }
rect { fill: #4a535e; }
rect.ours { fill: #1fc46f; }
}
</style>
<text class="head" x="16" y="24">wechatpay-membercard beside validators that do the same work</text>
<text x="16" y="43">multiples of its own time or size: shorter is better; from one run on a shared machine</text>
${panels.join("\n")}
</svg>
`;
}

function panel(title, ratios, x, y) {
	const names = BUNDLED.filter((name) => name in ratios);
	const most = Math.max(...names.map((name) => ratios[name]));
	const bars = names.map((name, index) => {
		const top = TITLE + index * (BAR.height + BAR.gap);
		const middle = top + BAR.height - 3;
		const width = Math.max(1, (ratios[name] / most) * BAR.longest).toFixed(1);
		const ours = name === OURS ? ' class="ours"' : "";
		return `<text${ours} x="0" y="${middle}">${name}</text><rect${ours} x="${NAME}" y="${top}" width="${width}" height="${BAR.height}" rx="2"/><text${ours} x="${NAME + Number(width) + 6}" y="${middle}">${ratios[name]}×</text>`;
	});
	return `<g transform="translate(${x} ${y})">
<text class="ours" x="0" y="16">${title}</text>
${bars.join("\n")}
</g>`;
}
