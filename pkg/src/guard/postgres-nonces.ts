import { describe, type Options, optional, optionalOptions, string } from "../options/option-values.js";
import { SharedNonceMemory, type SharedNonceOptions } from "./shared-nonce-memory.js";

/** A connection pool for PostgreSQL, such as that of pg. */
export interface PostgresPool {
	/** Runs a statement with values for `$1`, `$2` and so on. Fulfils with its rows. */
	query(text: string, values: unknown[]): Promise<PostgresRows>;
}

/** The result of a statement. */
export interface PostgresRows {
	/** Each row is an object of its columns. */
	rows: unknown[];
}

/** Options of `postgresNonces`. */
export interface PostgresNoncesOptions extends SharedNonceOptions {
	/**
	 * The table, optionally with its schema, in lower-case letters, digits and underscores. Default: `"wechatpay_nonces"`.
	 */
	table?: string;
}

const TABLE = "wechatpay_nonces";
const NAME = /^[a-z_][a-z0-9_]{0,62}(?:\.[a-z_][a-z0-9_]{0,62})?$/;

/**
 * A nonce memory in a PostgreSQL table, for several servers. The primary key admits each nonce once. Each call also
 * deletes a few expired nonces.
 *
 * ```sql
 * CREATE TABLE wechatpay_nonces (nonce_str text PRIMARY KEY, expires_at timestamptz NOT NULL);
 * CREATE INDEX ON wechatpay_nonces (expires_at);
 * ```
 *
 * Give it a pool, not a client within a transaction: a rollback would forget nonces.
 *
 * ```js
 *  // `pool` is `new Pool({ connectionString })` of pg.
 * const nonces = postgresNonces(pool, { onFailure: console.error });
 * const { message } = prepare({ title: "会员卡" }, { cardId, mchid, serialNo });
 * (await nonces.remember(inspectMessage(message, { cardIds: [cardId] }))).accepted; // true
 * ```
 */
export function postgresNonces(pool: PostgresPool, options?: PostgresNoncesOptions): SharedNonceMemory {
	if (typeof pool?.query !== "function") {
		throw new TypeError(`postgresNonces takes a pool of pg, not ${describe(pool)}`);
	}
	const given = optionalOptions(options);
	const sql = rememberStatement(readTable(given));
	return new SharedNonceMemory(
		{ remember: async (nonceStr, expiresAt) => read(await pool.query(sql, [nonceStr, expiresAt])) },
		given,
	);
}

/**
 * One statement is one transaction. Rows stay for some minutes after they expire, because a delayed statement must
 * still find them.
 */
function rememberStatement(table: string): string {
	return `WITH forgotten AS (
	DELETE FROM ${table} WHERE nonce_str = ANY (ARRAY(
		SELECT nonce_str FROM ${table} WHERE expires_at < now() - interval '5 minutes'
		ORDER BY expires_at LIMIT 10 FOR UPDATE SKIP LOCKED
	))
), remembered AS (
	INSERT INTO ${table} (nonce_str, expires_at)
	SELECT $1::text, to_timestamp($2) WHERE to_timestamp($2) > clock_timestamp()
	ON CONFLICT (nonce_str) DO NOTHING
	RETURNING nonce_str
)
SELECT EXISTS (SELECT FROM remembered) AS remembered, to_timestamp($2) > clock_timestamp() AS is_fresh`;
}

function read({ rows }: PostgresRows): boolean {
	const { remembered, is_fresh } = (rows[0] ?? {}) as { remembered?: unknown; is_fresh?: unknown };
	if (remembered === true || (remembered === false && is_fresh === true)) {
		return remembered;
	}
	throw new Error("PostgreSQL did not keep a nonce: is its clock ahead of this machine's?");
}

/** The table name in quotes, since it may be an SQL keyword. */
function readTable(given: Options): string {
	const table = string(given, "table") ?? TABLE;
	if (!NAME.test(table)) {
		optional(table, "table", "a name in lower-case letters, digits and underscores");
	}
	return table
		.split(".")
		.map((name) => `"${name}"`)
		.join(".");
}
