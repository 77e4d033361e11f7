import type { CardUpdate } from "../bridge/types.js";
import type { AcceptedMessage as CoreAcceptedMessage, RefusedMessage } from "../generated/membercard.js";

export type { Refusal, RefusalCode, RefusedMessage } from "../generated/membercard.js";

/** A message that may be signed. */
export interface AcceptedMessage extends CoreAcceptedMessage {
	/** The update in the body, whole: what `JSON.parse` reads. */
	value: CardUpdate;
}

/** What an inspection found. Its `accepted` tells which of the two it is. */
export type Inspection = AcceptedMessage | RefusedMessage;
