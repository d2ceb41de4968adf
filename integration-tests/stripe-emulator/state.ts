import { readFileSync, renameSync, writeFileSync } from "node:fs"
import type Stripe from "stripe"
import type { FormValue } from "./form-encoding"
import type { Delays, Settings } from "./settings"

/** Everything that the emulated account holds. */
export type AccountData = {
  paymentIntents: Record<string, Stripe.PaymentIntent>
  charges: Record<string, Stripe.Charge>
  refunds: Record<string, Stripe.Refund>
  /** Refunds of what was authorised and never captured. */
  releases: Record<string, true>
  /** The version of the request that made a payment intent. */
  intentVersions: Record<string, string>
  balanceTransactions: Record<string, Stripe.BalanceTransaction>
  customers: Record<string, Stripe.Customer>
  paymentMethods: Record<string, Stripe.PaymentMethod>
  /** The test payment method that each payment method was made of. */
  methodTokens: Record<string, string>
  disputes: Record<string, Stripe.Dispute>
  setupIntents: Record<string, Stripe.SetupIntent>
  customerBalanceTransactions: Record<string, Stripe.CustomerBalanceTransaction>
  /** What customers sent by bank transfer, by customer and currency. */
  cashBalances: Record<string, Record<string, number>>
  taxTransactions: Record<string, Stripe.Tax.Transaction>
  invoices: Record<string, Stripe.Invoice>
  creditNotes: Record<string, Stripe.CreditNote>
  checkoutSessions: Record<string, Stripe.Checkout.Session>
  paymentLinks: Record<string, Stripe.PaymentLink>
  /** What is paid at each payment link. */
  paymentLinkLines: Record<string, FormValue>
  events: Record<string, Stripe.Event>
  idempotency: Record<string, StoredAnswer>
  /** What Stripe will do by itself. */
  later: LaterTask[]
  /** What becomes of refunds that the balance is asked for. */
  balance: BalanceMode
  sequence: number
  clockOffsetMs: number
}

/** Something that waits for its time; without one it waits for the control. */
export type LaterTask = { kind: keyof Delays; id: string; at: number | null }

/**
 * Whether the account's balance has the money for refunds. Without it Stripe
 * was seen to refuse some (400) and to leave others pending.
 */
export type BalanceMode = "enough" | "refuse" | "pending"

/** The first answer for an idempotency key. */
export type StoredAnswer = {
  path: string
  params: string
  /** The request that was answered first. */
  requestId: string
  status: number
  body: unknown
  savedAt: number
}

const emptyAccount = (): AccountData => ({
  paymentIntents: {},
  charges: {},
  refunds: {},
  releases: {},
  intentVersions: {},
  balanceTransactions: {},
  customers: {},
  paymentMethods: {},
  methodTokens: {},
  disputes: {},
  setupIntents: {},
  customerBalanceTransactions: {},
  cashBalances: {},
  taxTransactions: {},
  invoices: {},
  creditNotes: {},
  checkoutSessions: {},
  paymentLinks: {},
  paymentLinkLines: {},
  events: {},
  idempotency: {},
  later: [],
  balance: "enough",
  sequence: 0,
  clockOffsetMs: 0,
})

const SAVE_DELAY_MS = 50

/** The account, its clock, its ids, and the file that keeps it over restarts. */
export class AccountState {
  data: AccountData = emptyAccount()
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly options: {
      now: () => number
      seed: number
      stateFile?: string
    },
    readonly settings: Settings
  ) {
    if (options.stateFile) {
      this.data = { ...emptyAccount(), ...readAccount(options.stateFile) }
    }
  }

  nowMs(): number {
    return this.options.now() + this.data.clockOffsetMs
  }

  /** Seconds, as Stripe counts. */
  now(): number {
    return Math.floor(this.nowMs() / 1000)
  }

  /** Notes what Stripe will do by itself after the usual time. */
  later(kind: keyof Delays, id: string): void {
    const delay = this.settings.delays[kind]
    const at = delay === "hold" ? null : this.nowMs() + delay
    this.data.later.push({ kind, id, at })
  }

  /** Ids are the same for the same seed and the same calls. */
  id(prefix: string): string {
    this.data.sequence += 1
    const number = this.data.sequence.toString(36).padStart(6, "0")
    return `${prefix}_${this.options.seed.toString(36)}Emu${number}`
  }

  reset(): void {
    this.data = emptyAccount()
    this.changed()
  }

  changed(): void {
    if (this.options.stateFile && !this.timer) {
      this.timer = setTimeout(() => this.flush(), SAVE_DELAY_MS)
    }
  }

  /** Written beside and moved, so that a crash leaves the last whole state. */
  flush(): void {
    if (this.timer) {
      clearTimeout(this.timer)
      this.timer = null
    }
    const { stateFile } = this.options
    if (stateFile) {
      writeFileSync(`${stateFile}.new`, JSON.stringify(this.data))
      renameSync(`${stateFile}.new`, stateFile)
    }
  }
}

function readAccount(file: string): Partial<AccountData> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as AccountData
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return {}
    }
    throw error
  }
}
