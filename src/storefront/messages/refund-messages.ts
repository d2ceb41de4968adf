import type { RefundRequestStatus } from "../../types/refund-request"
import type { StoreRefundStatus } from "../../types/store"

/**
 * Every word that the components show. `{name}` stands for a value. Plain text
 * only, so that a server component can hand it to the browser.
 */
export type RefundMessages = {
  /** BCP 47: how dates and money are written. */
  locale: string
  loading: string
  tryAgain: string
  required: string
  refunds: {
    title: string
    empty: string
    /** `{amount}` */
    heading: string
    /** `{quantity}`, `{title}` */
    line: string
    /** `{methods}` */
    by: string
    /** By the type of the method; others are shown by their name. */
    methods: Record<string, string>
    history: string
    /** `{from}`, `{to}` */
    expected: string
    reversal: string
    /** `{reference}` */
    bankReference: string
    /** `{date}` */
    actionUntil: string
    status: Record<StoreRefundStatus, string>
    /** What happens next. */
    next: Record<StoreRefundStatus, string>
  }
  requests: {
    title: string
    empty: string
    /** `{number}` */
    request: string
    /** `{number}` */
    withdrawal: string
    /** `{date}` */
    received: string
    /** `{date}`: of a withdrawal. */
    due: string
    /** `{count}` */
    photos: string
    question: string
    answer: string
    sendAnswer: string
    decision: string
    /** `{number}` */
    cancel: string
    /** `{number}` */
    cancelWithdrawal: string
    cancelQuestion: string
    cancelConfirm: string
    cancelKeep: string
    status: Record<RefundRequestStatus, string>
  }
  form: {
    title: string
    items: string
    /** `{title}` */
    quantity: string
    /** `{left}` */
    available: string
    /** `{title}` */
    reason: string
    chooseReason: string
    /** `{date}` */
    deadline: string
    resolution: string
    resolutions: Record<string, string>
    message: string
    photos: string
    /** `{count}`, `{size}` */
    photoLimits: string
    /** `{number}` */
    photo: string
    /** `{number}` */
    removePhoto: string
    tooManyPhotos: string
    photoTooLarge: string
    notAPhoto: string
    /** `{percent}` */
    restockingFee: string
    /** `{amount}` */
    returnFee: string
    policy: string
    nothing: string
    submit: string
    chooseItems: string
    /** `{left}`, `{title}` */
    tooMany: string
    /** `{number}` */
    sent: string
    sentNext: string
    photosFailed: string
    sendPhotos: string
    another: string
  }
  withdrawal: {
    title: string
    /** As the law words it: Directive (EU) 2023/2673. */
    start: string
    /** As the law words it. */
    confirm: string
    explanation: string
    noReason: string
    name: string
    orderNumber: string
    email: string
    emailHint: string
    parts: string
    partsHint: string
    items: string
    /** `{title}` */
    quantity: string
    /** `{date}` */
    deadline: string
    cancel: string
    /** `{date}`, with the time. */
    acknowledged: string
    acknowledgedNext: string
    content: string
    chooseItems: string
    nothing: string
  }
  access: {
    title: string
    explanation: string
    orderNumber: string
    email: string
    submit: string
    sent: string
  }
  /** By the code of `blocked`; for other codes the shop's own words are shown. */
  blocked: Record<string, string>
  /** By the code of an error; `unknown_error` for all others. */
  errors: Record<string, string> & { unknown_error: string }
}
