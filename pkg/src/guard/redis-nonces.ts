import { describe, optionalOptions, string } from "../options/option-values.js";
import type { Global } from "../runtime/host.js";
import { SharedNonceMemory, type SharedNonceOptions } from "./shared-nonce-memory.js";

/** A client of Redis: of ioredis, of node-redis, or a function that sends a command and fulfils with its reply. */
export type RedisClient = IoredisClient | NodeRedisClient | ((...command: string[]) => Promise<unknown>);

/** What is used of a client of ioredis. */
export interface IoredisClient {
	/** Sends a command, and fulfils with its reply. */
	call(command: string, ...args: string[]): Promise<unknown>;
}

/** What is used of a client of node-redis. */
export interface NodeRedisClient {
	/** Sends a command, unless it is too late, and fulfils with its reply. */
	sendCommand(command: string[], options: { abortSignal: Global<"AbortSignal"> }): Promise<unknown>;
}

/** Where the nonces are. */
export interface RedisNoncesOptions extends SharedNonceOptions {
	/** What each key begins with, before the nonce. Default: `"wechatpay:nonce:"`. */
	prefix?: string;
}

type SendCommand = (command: string[], signal: AbortSignal) => Promise<unknown>;

const PREFIX = "wechatpay:nonce:";

/**
 * A memory of nonces in Redis 6.2 or newer, which several servers share. Each nonce is a key that Redis sets once and
 * forgets by itself: `SET … NX PXAT`.
 *
 * Redis must keep what it acknowledged: `appendonly yes`, `appendfsync always`, `maxmemory-policy noeviction`, and no
 * failover to a replica that may lag behind.
 *
 * ```js
 * // `redis` is `await createClient({ url }).connect()` of node-redis, or `new Redis(url)` of ioredis.
 * const nonces = redisNonces(redis, { onFailure: console.error });
 * const { message } = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * (await nonces.remember(inspectMessage(message, { cardIds: [cardId] }))).accepted; // true
 * ```
 */
export function redisNonces(client: RedisClient, options?: RedisNoncesOptions): SharedNonceMemory {
	const send = sender(client);
	const given = optionalOptions(options);
	const prefix = string(given, "prefix") ?? PREFIX;
	return new SharedNonceMemory(
		{ remember: (nonceStr, expiresAt, { signal }) => remember(send, prefix + nonceStr, expiresAt, signal) },
		given,
	);
}

async function remember(
	send: SendCommand,
	key: string,
	expiresAt: number,
	signal: AbortSignal,
): Promise<boolean> {
	const reply = await send(["SET", key, "1", "NX", "PXAT", String(expiresAt * 1000)], signal);
	if (reply === null) {
		return false;
	}
	if (String(reply) !== "OK") {
		throw new Error(`Redis answered ${describe(reply)} to SET`);
	}
	// What has expired by its own clock, Redis acknowledges and forgets.
	if (Number(await send(["EXISTS", key], signal)) !== 1) {
		throw new Error(
			"Redis did not keep a nonce: is its clock ahead of this machine's, or does it evict keys?",
		);
	}
	return true;
}

function sender(client: RedisClient): SendCommand {
	if (typeof client === "function") {
		return (command) => client(...command);
	}
	// ioredis has both, and its sendCommand takes something else.
	if (typeof client === "object" && client !== null) {
		if ("call" in client && typeof client.call === "function") {
			return ([command = "", ...args]) => client.call(command, ...args);
		}
		if ("sendCommand" in client && typeof client.sendCommand === "function") {
			return (command, abortSignal) => client.sendCommand(command, { abortSignal });
		}
	}
	throw new TypeError(
		`redisNonces takes a client of ioredis or node-redis, or a function, not ${describe(client)}`,
	);
}
