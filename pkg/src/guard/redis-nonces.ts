import { describe, optionalOptions, string } from "../options/option-values.js";
import type { Global } from "../runtime/host.js";
import { SharedNonceMemory, type SharedNonceOptions } from "./shared-nonce-memory.js";

/** A Redis client: ioredis, node-redis, or a function that sends a command and fulfils with the reply. */
export type RedisClient = IoredisClient | NodeRedisClient | ((...command: string[]) => Promise<unknown>);

/** The part of an ioredis client that is used. */
export interface IoredisClient {
	/** Sends a command, and fulfils with the reply. */
	call(command: string, ...args: string[]): Promise<unknown>;
}

/** The part of a node-redis client that is used. */
export interface NodeRedisClient {
	/** Sends a command unless it was aborted, and fulfils with the reply. */
	sendCommand(command: string[], options: { abortSignal: Global<"AbortSignal"> }): Promise<unknown>;
}

/** Options of `redisNonces`. */
export interface RedisNoncesOptions extends SharedNonceOptions {
	/** The prefix of each key, before the nonce. Default: `"wechatpay:nonce:"`. */
	prefix?: string;
}

type SendCommand = (command: string[], signal: AbortSignal) => Promise<unknown>;

const PREFIX = "wechatpay:nonce:";

/**
 * A nonce memory in Redis 6.2 or newer, for several servers. Each nonce is a key that Redis sets once and expires by
 * itself: `SET … NX PXAT`.
 *
 * Redis must not lose acknowledged writes: use `appendonly yes`, `appendfsync always`, `maxmemory-policy noeviction`,
 * and no failover to a replica that may lag.
 *
 * ```js
 *  // `redis` is `await createClient({ url }).connect()` of node-redis, or `new Redis(url)` of ioredis.
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
	// Redis acknowledges a key that has expired by its own clock, but does not keep it.
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
	// ioredis has both methods; its sendCommand has other parameters.
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
