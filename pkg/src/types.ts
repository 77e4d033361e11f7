import type { CardUpdate, Issue } from "./generated/membercard.js";

export type {
	AcceptedMessage,
	AdditionalStatement,
	AnswerErrorCode,
	ApiErrorExplanation,
	BalanceInformation,
	BrokenRule,
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
	Difference,
	ErrorDetail,
	ErrorField,
	ErrorSource,
	Host,
	Inspection,
	Issue,
	IssueCode,
	IssueOf,
	IssueParamName,
	IssueParams,
	JsonSchemaSide,
	JsonSchemaTarget,
	LengthComparison,
	Locale,
	Location,
	MessageLine,
	PreparedRequestData,
	Profile,
	Refusal,
	RefusalCode,
	RefusedMessage,
	Retry,
	Scheme,
	SerialKind,
	Severity,
	SignatureType,
	SignComparison,
	SignedRequest,
	SignInformation,
	UserInformationForm,
} from "./generated/membercard.js";

/** What a validation found. */
export type Validation =
	| {
			valid: true;
			/** The normalized update. */
			value: CardUpdate;
			/** The canonical JSON: the body to sign and to send. */
			body: string;
			/** Warnings only. */
			issues: Issue[];
	  }
	| { valid: false; issues: Issue[] };
