import type { BindOptions } from "../bind/bind-form.js";
import type { PreparedRequestData } from "../bridge/types.js";
import type { CardFormOptions } from "../form/card-form.js";
import type { RememberOptions } from "../guard/accepted-nonce.js";
import type { InspectOptions } from "../guard/inspect-message.js";
import type { PostgresNoncesOptions } from "../guard/postgres-nonces.js";
import type { RedisNoncesOptions } from "../guard/redis-nonces.js";
import type { OptionName } from "../options/option-names.js";
import type { SignOptions } from "../request/options.js";
import type { VerifyOptions } from "../response/verify-response.js";
import type { RequestToSign, SendOptions } from "../send/send-options.js";
import type { SchemaOptions } from "../standard/card-update.js";
import type { JsonSchemaOptions } from "../standard/json-schema.js";

/** The options of the whole package: what a function does not use itself, it lets pass, so that one object serves all. */
type AnyOptions = SignOptions &
	CardFormOptions &
	SchemaOptions &
	JsonSchemaOptions &
	InspectOptions &
	RememberOptions &
	RedisNoncesOptions &
	PostgresNoncesOptions &
	RequestToSign &
	SendOptions &
	VerifyOptions &
	BindOptions &
	PreparedRequestData;

/** Options that are declared, but not in the list of names. */
type Unlisted = Exclude<keyof AnyOptions, OptionName>;
/** Names in the list that no declaration has. */
type Undeclared = Exclude<OptionName, keyof AnyOptions>;
type None<Name extends never> = Name;

/** Compiles only if the list of names and the declarations agree. An error shows the options in which they differ. */
export type OptionsNamed = [None<Unlisted>, None<Undeclared>];
