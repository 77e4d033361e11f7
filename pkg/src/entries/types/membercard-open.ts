/** The types of membercard-open. */

export type {
	AdditionalStatement,
	BalanceInformation,
	Brand,
	CardState,
	CardStatus,
	CardUpdate,
	CodeMode,
	CodeType,
	CommonField,
	CustomField,
	CustomFieldType,
	DateInformation,
	DateType,
	UserInformationForm,
} from "../../generated/membercard.js";
