/** As much of the WebDriver protocol as the tests need. */

const TIMEOUT = 30_000;
const KEYS = {
	Backspace: "\ue003",
	Tab: "\ue004",
	Enter: "\ue007",
	Shift: "\ue008",
	Control: "\ue009",
	Alt: "\ue00a",
	Escape: "\ue00c",
	Space: " ",
	End: "\ue010",
	Home: "\ue011",
	ArrowLeft: "\ue012",
	ArrowUp: "\ue013",
	ArrowRight: "\ue014",
	ArrowDown: "\ue015",
	Delete: "\ue017",
};

/** Opens a session with the driver at an address. */
export async function openSession(origin, capabilities) {
	const { sessionId, capabilities: got } = await call(`${origin}/session`, "POST", { capabilities });
	return new Session(`${origin}/session/${sessionId}`, got);
}

class Session {
	#url;

	constructor(url, capabilities) {
		this.#url = url;
		this.capabilities = capabilities;
	}

	post(command, body = {}) {
		return call(`${this.#url}/${command}`, "POST", body);
	}

	get(command) {
		return call(`${this.#url}/${command}`, "GET");
	}

	close() {
		return call(this.#url, "DELETE");
	}

	/** Runs a function in the page; it may be asynchronous. */
	async evaluate(run, ...args) {
		const script = `
			const done = arguments[arguments.length - 1];
			Promise.resolve((${run})(...Array.prototype.slice.call(arguments, 0, -1))).then(
				(value) => done({ value }),
				(error) => done({ error: String(error && error.stack || error) }),
			);`;
		const { value, error } = await this.post("execute/async", { script, args });
		if (error !== undefined) {
			throw new Error(error);
		}
		return value ?? undefined;
	}

	/** Moves the mouse to a point of the window, and clicks. */
	clickAt(x, y) {
		const actions = [
			{ type: "pointerMove", origin: "viewport", x: Math.round(x), y: Math.round(y) },
			{ type: "pointerDown", button: 0 },
			{ type: "pointerUp", button: 0 },
		];
		return this.post("actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
	}

	/** Presses keys one after another. */
	type(text) {
		return this.#press([...text].flatMap((key) => [down(key), up(key)]));
	}

	/** Presses a key, or several at once: `Shift+Tab`. */
	key(name) {
		const keys = name.split("+").map((key) => KEYS[key] ?? key);
		return this.#press([...keys.map(down), ...keys.reverse().map(up)]);
	}

	#press(actions) {
		return this.post("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
	}
}

function down(value) {
	return { type: "keyDown", value };
}

function up(value) {
	return { type: "keyUp", value };
}

async function call(url, method, body) {
	const response = await fetch(url, {
		method,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
		headers: { "Content-Type": "application/json" },
		signal: AbortSignal.timeout(TIMEOUT),
	});
	const { value } = await response.json();
	if (!response.ok) {
		throw new Error(`WebDriver, ${method} ${new URL(url).pathname}: ${value.error}: ${value.message}`);
	}
	return value;
}
