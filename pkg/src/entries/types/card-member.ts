/** The types of card-member. Some have the names of types of membercard-open. */

export type {
	BalanceInformation,
	Card,
	CardState,
	CardType,
	CodeJumpInformation,
	CodeMode,
	CodeType,
	CommonField,
	CustomField,
	CustomFieldType,
	DateType,
	MemberInformation,
	PointsInformation,
	PurchaseInformation,
	State as CardStateName,
	UserInformation,
	ValidDateInformation,
} from "../../generated/card-member/membercard.js";
