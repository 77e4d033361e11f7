import { Cluster, Redis } from "ioredis";
import pg from "pg";
import { createClient, createCluster } from "redis";
import { postgresNonces, redisNonces, type SharedNonceMemory } from "wechatpay-membercard";

const client = await createClient({ url: "redis://127.0.0.1" }).connect();
const cluster = createCluster({ rootNodes: [] });
const memories: SharedNonceMemory[] = [
	redisNonces(client),
	redisNonces((...command) => cluster.sendCommand(command[1], false, command)),
	redisNonces(new Redis()),
	redisNonces(new Cluster([])),
	postgresNonces(new pg.Pool()),
	postgresNonces(new pg.Client(), { table: "sign.nonces" }),
];
memories.pop();
// @ts-expect-error: not an address, but a client.
redisNonces("redis://127.0.0.1");
