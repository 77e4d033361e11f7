import type { CardUpdate, Issue } from "../generated/membercard.js";

export type {
	AdditionalStatement,
	BalanceInformation,
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
	Host,
	Issue,
	IssueCode,
	IssueOf,
	IssueParamName,
	IssueParams,
	Locale,
	Location,
	PreparedRequestData,
	Profile,
	RequestErrorCode,
	Scheme,
	SendErrorCode,
	Severity,
	SignatureErrorCode,
	UnknownKeys,
	UserInformationForm,
} from "../generated/membercard.js";
export type { SignedRequest } from "../generated/records.js";

/** What a validation found. */
export type Validation =
	| {
			/** The update can be sent. */
			valid: true;
			/** The normalized update. */
			value: CardUpdate;
			/** The canonical JSON: the body to sign and to send. */
			body: string;
			/** Warnings only. */
			issues: Issue[];
	  }
	| {
			/** The update has errors. */
			valid: false;
			/** Errors and warnings, in document order. */
			issues: Issue[];
	  };
