import type { Api, DefaultApi, Payload } from "../bridge/types.js";
import type { AcceptedMessage as CoreAcceptedMessage, RefusedMessage } from "../generated/membercard.js";

export type { Refusal, RefusalCode, RefusedMessage } from "../generated/membercard.js";

/** A message that may be signed. */
export interface AcceptedMessage<A extends Api = DefaultApi> extends CoreAcceptedMessage {
	/** The payload in the body, whole: what `JSON.parse` reads. */
	value: Payload<A>;
}

/** What an inspection found. Its `accepted` tells which of the two it is. */
export type Inspection<A extends Api = DefaultApi> = AcceptedMessage<A> | RefusedMessage;
