import type { BindOptions } from "../bind/bind-form.js";
import type { Apis, Gets, PreparedRequestData } from "../bridge/types.js";
import type { CardFormOptions } from "../form/card-form.js";
import type { AnyGetName, AnyName } from "../generated/glue.js";
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

/** All options of the package. Functions ignore options of other functions, so that one object can serve several. */
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

/** Compiles only if the types and the core know the same endpoints. An error shows those in which they differ. */
export type ApisNamed = [
	None<Exclude<AnyName, keyof Apis>>,
	None<Exclude<keyof Apis, AnyName>>,
	None<Exclude<AnyGetName, keyof Gets>>,
	None<Exclude<keyof Gets, AnyGetName>>,
];
