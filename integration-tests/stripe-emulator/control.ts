import { disputeControls } from "./control-disputes"
import { paymentControls } from "./control-payments"
import { refundControls } from "./control-refunds"
import { webhookControls } from "./control-webhooks"
import { NO_CAUSE, type Cause, type Emit } from "./events"
import type { FaultRule, Faults } from "./faults"
import type { Later } from "./later"
import { makeAvailable } from "./resources/balance-transactions"
import type { LoggedRequest } from "./server"
import type { Delays } from "./settings"
import type { AccountState, BalanceMode } from "./state"
import type { Webhooks } from "./webhooks"

type Parts = {
  state: AccountState
  faults: Faults
  webhooks: Webhooks
  log: LoggedRequest[]
  later: Later
  emitFor: (cause: Cause) => Emit
}

/** What a test or the demo may do behind the API's back. */
export type EmulatorControl = ReturnType<typeof createControl>

/** Everything that happens at Stripe without a request of the store. */
export function createControl({
  state,
  faults,
  webhooks,
  log,
  later,
  emitFor,
}: Parts) {
  const emit = emitFor(NO_CAUSE)
  const changed = <Result>(result: Result): Result => {
    state.changed()
    later.run()
    return result
  }
  const parts = { state, emit, changed }
  return {
    ...disputeControls(parts),
    ...paymentControls(parts),
    ...refundControls(parts),
    ...webhookControls({ state, webhooks, changed }),
    reset(): void {
      state.reset()
      faults.clear()
      webhooks.reset()
      log.length = 0
    },
    snapshot: () =>
      structuredClone({
        paymentIntents: Object.values(state.data.paymentIntents),
        charges: Object.values(state.data.charges),
        refunds: Object.values(state.data.refunds),
        balanceTransactions: Object.values(state.data.balanceTransactions),
        disputes: Object.values(state.data.disputes),
        events: Object.values(state.data.events),
      }),
    requests: (): LoggedRequest[] => [...log],
    clearRequests: (): void => {
      log.length = 0
    },
    advanceClock(ms: number): void {
      state.data.clockOffsetMs += ms
      makeAvailable(state)
      changed(undefined)
    },
    /** How long Stripe takes from now on; `hold` waits for `runLater`. */
    setDelays(delays: Partial<Delays>): void {
      Object.assign(state.settings.delays, delays)
    },
    /** Does what waits of one kind, however long it would take. */
    runLater: (kind: keyof Delays): void => later.runNow(kind),
    /** Whether the account's balance has the money for refunds. */
    setBalance(mode: BalanceMode): void {
      state.data.balance = mode
      state.changed()
    },
    addFault: (rule: FaultRule): void => faults.add(rule),
    clearFaults: (): void => faults.clear(),
  }
}
