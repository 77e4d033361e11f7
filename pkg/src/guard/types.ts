import type { Api, DefaultApi, GetApi, Payload } from "../bridge/types.js";
import type { AcceptedMessage as CoreAcceptedMessage, RefusedMessage } from "../generated/membercard.js";

export type { Refusal, RefusalCode, RefusedMessage } from "../generated/membercard.js";

/** A message that may be signed. */
export interface AcceptedMessage<A extends Api | GetApi = DefaultApi> extends CoreAcceptedMessage {
	/** The payload in the body, whole: what `JSON.parse` reads. A request that reads a card has none. */
	value: A extends Api ? Payload<A> : undefined;
}

/** What an inspection found. Its `accepted` tells which of the two it is. */
export type Inspection<A extends Api | GetApi = DefaultApi> = AcceptedMessage<A> | RefusedMessage;
