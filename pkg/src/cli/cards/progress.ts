import type { Locale } from "../shared/library.js";
import { startOf } from "../terminal/width.js";
import type { Tally } from "./tally.js";

const BETWEEN_DRAWINGS = 100;
const BAR = 24;
const USUAL_COLUMNS = 80;
const TO_LINE_START_AND_ERASE = "\r\u001b[2K";

/** Where the bar is drawn: standard error, when it is a terminal. */
export interface Screen {
	readonly columns: number;
	write(text: string): unknown;
}

/** A line that shows the progress of a stream: a bar, if the size is known, and counts. */
export class Progress {
	#size: number | undefined;
	#read = 0;
	#started = 0;
	#cardsBefore = 0;
	#cards = 0;
	#drawnAt = 0;
	#isDrawn = false;

	constructor(
		private readonly screen: Screen,
		private readonly locale: Locale,
	) {}

	/** Begins a stream. `size` is its length in bytes, if known. */
	begin(size: number | undefined): void {
		this.#size = size;
		this.#read = 0;
		this.#cardsBefore = this.#cards;
		this.#started = performance.now();
	}

	/** Adds bytes that were read. */
	advance(bytes: number, tally: Tally): void {
		this.#read += bytes;
		this.#cards = tally.cards;
		const now = performance.now();
		if (now - this.#drawnAt >= BETWEEN_DRAWINGS) {
			this.#drawnAt = now;
			this.#isDrawn = true;
			const line = startOf(this.text(tally, now), (this.screen.columns || USUAL_COLUMNS) - 1);
			this.screen.write(`${TO_LINE_START_AND_ERASE}${line}`);
		}
	}

	/** Removes the line, so that something else can be written. */
	hide(): void {
		if (this.#isDrawn) {
			this.#isDrawn = false;
			this.screen.write(TO_LINE_START_AND_ERASE);
		}
	}

	private text({ cards, invalid }: Tally, now: number): string {
		const seconds = Math.max((now - this.#started) / 1000, 0.001);
		const rate = Math.round((cards - this.#cardsBefore) / seconds);
		const [all, wrong, speed] = [cards, invalid, rate].map((count) => count.toLocaleString(this.locale));
		const counts =
			this.locale === "zh-CN"
				? `${all} 张卡，${wrong} 张无效，${speed} 张/秒`
				: `${all} cards, ${wrong} not valid, ${speed}/s`;
		return this.#size ? `${this.bar(this.#size, seconds)}  ${counts}` : counts;
	}

	/** ASCII only: other characters have different widths in different terminals. */
	private bar(size: number, seconds: number): string {
		const share = Math.min(this.#read / size, 1);
		const done = Math.floor(share * BAR);
		const bar = `${"=".repeat(done)}${done < BAR ? ">" : ""}`.padEnd(BAR);
		const left = Math.ceil((seconds * (1 - share)) / Math.max(share, 1e-9));
		return `[${bar}] ${String(Math.floor(share * 100)).padStart(3)}% ${clock(left)}`;
	}
}

/** Formats seconds as `m:ss` or `h:mm:ss`. */
function clock(seconds: number): string {
	const two = (value: number) => String(value % 60).padStart(2, "0");
	const minutes = Math.floor(seconds / 60);
	return minutes < 60
		? `${minutes}:${two(seconds)}`
		: `${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
}
