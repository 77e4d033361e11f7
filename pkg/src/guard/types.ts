export type {
	AcceptedMessage,
	Inspection,
	Refusal,
	RefusalCode,
	RefusedMessage,
} from "../generated/membercard.js";
