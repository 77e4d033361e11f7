import { AnswerError } from "../answer/answer-error.js";
import type { AnswerErrorCode, ApiErrorExplanation, Retry, SignComparison } from "../answer/types.js";
import type { Locale } from "../bridge/types.js";
import type { Callback } from "./callback-error.js";
import type { SendAttempt } from "./send-attempt.js";

/** Why sending brought no verified success: a reason of an AnswerError, or one of these. */
export type SendErrorCode =
	| AnswerErrorCode
	/** No host could be reached: nothing was sent. */
	| "unreachable"
	/** No answer came, and the request may have arrived: get the card to find out. */
	| "unknown_outcome"
	/** The caller's signal ended it. */
	| "aborted"
	/** `clock` or `delay` failed, or `fetch` answered no Response: see `cause`. Nothing is repeated. */
	| "callback_failed"
	/** An attempt failed, and the signer did when the next one was to be signed. */
	| "signing_failed";

/** An update was sent, but there is no verified success. */
export class SendError extends Error {
	/** What happened: a stable name to branch on. */
	readonly code: SendErrorCode;
	/** Whether to try again later, and how. */
	readonly retry: Retry;
	/** Whether one of the attempts may have updated the card nevertheless: get the card to find out. */
	readonly mayHaveUpdated: boolean;
	/** All attempts, in order. */
	readonly attempts: readonly SendAttempt[];
	/** What happened and what to do, if WeChat Pay answered the last attempt with an error. */
	readonly explanation: ApiErrorExplanation | undefined;
	/** Where the signed message differs from the one that WeChat Pay built, if it says so. */
	readonly signComparison: SignComparison | undefined;
	/** WeChat Pay's name for the last exchange, to log. */
	readonly requestId: string | undefined;
	/** The last attempt's error, the signal's reason, the signer's error or what another function threw. */
	override readonly cause: unknown;

	constructor(failure: SendFailure) {
		const { code, attempts, cause } = failure;
		const answer = cause instanceof AnswerError ? cause : undefined;
		super(answer?.message ?? inWords(failure));
		this.name = "SendError";
		this.code = code;
		this.retry = answer?.retry ?? failure.retry;
		this.mayHaveUpdated = attempts.some((attempt) => attempt.mayHaveUpdated);
		this.attempts = attempts;
		this.explanation = answer?.explanation;
		this.signComparison = failure.signComparison;
		this.requestId = answer?.requestId;
		this.cause = cause;
	}
}

/** What a SendError is made of. */
export interface SendFailure {
	code: SendErrorCode;
	attempts: readonly SendAttempt[];
	cause: unknown;
	/** Unless an answer tells. */
	retry: Retry;
	signComparison?: SignComparison | undefined;
	/** Which option failed, if one did. */
	callback?: Callback;
	locale: Locale;
}

function inWords({ code, callback, locale }: SendFailure): string {
	return WORDS[code as keyof typeof WORDS][locale].replace("{callback}", String(callback));
}

const WORDS: Record<Exclude<SendErrorCode, AnswerErrorCode>, Record<Locale, string>> = {
	unreachable: {
		"zh-CN": "无法连接微信支付，请求未发出：请检查网络后重试",
		en: "WeChat Pay cannot be reached, and nothing was sent: check the network, then try again",
	},
	unknown_outcome: {
		"zh-CN": "未收到应答，但请求可能已到达微信支付：请查询会员卡以确认是否已修改，或使用相同参数重试",
		en: "No answer came, but the request may have arrived: get the card to see whether it was updated, or repeat the request with the same parameters",
	},
	callback_failed: {
		"zh-CN": "选项 {callback} 的函数出错，发送已终止：原因见 cause",
		en: "Sending ended because the function options.{callback} failed: see cause",
	},
	aborted: {
		"zh-CN": "发送已被调用方中止",
		en: "Sending was aborted by the caller",
	},
	signing_failed: {
		"zh-CN": "重试前签名失败，之前的请求未得到成功的应答",
		en: "The request could not be signed again after an attempt that failed",
	},
};
