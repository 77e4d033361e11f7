/** The memory of nonces at an address. */

import { NonceMemory, postgresNonces, redisNonces } from "wechatpay-membercard";

/** 20 signatures a second, for the 600 s that a message may be fresh. */
const CAPACITY = 12_000;
/** How long a store may take to take a connection, and to answer. */
const TIMEOUT_MS = 1_000;
/** The longest wait before the next try to connect. */
const MAX_PAUSE_MS = 2_000;
/** How many questions may wait for Redis at once, so that none pile up while it is away. */
const MAX_WAITING = 1_000;
const CONNECTIONS = 10;

const log = (error) => console.error("the store of nonces:", error);

const STORES = new Map([
	["memory", openMemory],
	["redis", openRedis],
	["rediss", openRedis],
	["postgres", openPostgres],
	["postgresql", openPostgres],
]);

/**
 * Opens `memory`, `redis://…` (`rediss://…` with TLS) or `postgres://…`: the memory, and what closes it. A store need not be
 * there yet: until it is, nothing is signed.
 *
 * - `timeoutMs`: how long it may take to connect, and to answer
 */
export async function openNonces(address, { timeoutMs = TIMEOUT_MS } = {}) {
	const [scheme] = address.split(":");
	const open = STORES.get(scheme);
	if (open === undefined) {
		throw new TypeError(`nonces are kept in memory, redis://… or postgres://…, not in ${scheme}`);
	}
	return open(address, timeoutMs);
}

function openMemory() {
	return { nonces: new NonceMemory(CAPACITY), close() {} };
}

/** A connection over which nothing comes, not even the answer to a ping, is given up and made anew. */
async function openRedis(url, timeoutMs) {
	const { createClient } = await import("redis");
	const client = createClient({
		url,
		disableOfflineQueue: true,
		commandsQueueMaxLength: MAX_WAITING,
		pingInterval: timeoutMs,
		socket: { connectTimeout: timeoutMs, socketTimeout: 3 * timeoutMs, reconnectStrategy },
	});
	client.on("error", log);
	client.connect().catch(log);
	return { nonces: redisNonces(client, { timeoutMs, onFailure: log }), close: () => client.destroy() };
}

/** For as long as it takes: by itself, the client would not come back from a connection that it gave up. */
function reconnectStrategy(retries) {
	return Math.min(50 * 2 ** retries, MAX_PAUSE_MS);
}

async function openPostgres(connectionString, timeoutMs) {
	const { default: pg } = await import("pg");
	const pool = new pg.Pool({
		connectionString,
		max: CONNECTIONS,
		connectionTimeoutMillis: timeoutMs,
		query_timeout: timeoutMs,
		statement_timeout: timeoutMs,
	});
	pool.on("error", log);
	return { nonces: postgresNonces(pool, { timeoutMs, onFailure: log }), close: () => pool.end() };
}
