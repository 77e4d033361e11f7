import type { Api, DefaultApi, GetApi, Payload } from "../bridge/types.js";
import type { AcceptedMessage as CoreAcceptedMessage, RefusedMessage } from "../generated/membercard.js";

export type { Refusal, RefusalCode, RefusedMessage } from "../generated/membercard.js";

/** A message that may be signed. */
export interface AcceptedMessage<A extends Api | GetApi = DefaultApi> extends CoreAcceptedMessage {
	/** The parsed body. `undefined` for a request that reads a card. */
	value: A extends Api ? Payload<A> : undefined;
}

/** The result of an inspection. Check `accepted`. */
export type Inspection<A extends Api | GetApi = DefaultApi> = AcceptedMessage<A> | RefusedMessage;
