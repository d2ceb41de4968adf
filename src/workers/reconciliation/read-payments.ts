import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findOfPayment } from "../../domain"
import { refundsModule } from "../../workflows/common/refunds-module"
import { toError } from "../../workflows/common/to-error"
import {
  readOrderBooks,
  type StorePayment,
  syncStripePaymentWorkflow,
} from "../../workflows/stripe-sync"
import { reportEntries } from "./report-entries"
import type { Run } from "./types"

/** A payment's refunds, and its disputes. */
const REQUESTS_PER_PAYMENT = 2

/** Reads payments again, one after the other, and reports what that changed. */
export async function readPayments(
  container: MedusaContainer,
  run: Run,
  payments: Iterable<StorePayment>
): Promise<void> {
  for (const { payment_id, order_id } of payments) {
    if (order_id && !run.seen.has(payment_id)) {
      run.seen.add(payment_id)
      await readPayment(container, run, { payment_id, order_id })
    }
  }
}

/** One payment that cannot be read does not end the reconciliation. */
async function readPayment(
  container: MedusaContainer,
  run: Run,
  payment: { payment_id: string; order_id: string }
): Promise<void> {
  const service = refundsModule(container)
  try {
    const { result } = await run.pace(
      () =>
        syncStripePaymentWorkflow(container).run({
          input: { ...payment, actor: "reconciliation" },
        }),
      REQUESTS_PER_PAYMENT
    )
    const books = await readOrderBooks(container, payment.order_id, {
      pace: run.pace,
      now: new Date(),
      taken: false,
    })
    const entries = await reportEntries(container, payment, {
      ...result,
      drift: [
        ...result.drift,
        ...result.unclear.map(({ message }) => message),
        ...findOfPayment(books, payment.payment_id).map(
          ({ message, advice }) => `${message} ${advice}`
        ),
      ],
    })
    const count = (kind: string) =>
      entries.filter((entry) => entry.kind === kind).length
    await service.reconciliations.advance(run.id, {
      add: {
        payments_read: 1,
        imported: count("imported"),
        changed: count("changed"),
        drift: count("drift"),
      },
      entries,
    })
  } catch (error) {
    const { message } = toError(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `Payment ${payment.payment_id} could not be reconciled.`,
        toError(error)
      )
    const entries = await reportEntries(container, payment, {
      refunds: [],
      disputes: [],
      drift: [`It could not be compared: ${message}`],
    })
    await service.reconciliations.advance(run.id, {
      add: { drift: entries.length },
      entries,
    })
  }
}
