import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
  Modules,
  PaymentCollectionStatus,
} from "@medusajs/framework/utils"
import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import type { Decimal, MedusaOrder } from "../../domain"
import { NO_ENTRIES } from "../books/books-entries"
import { readOrder } from "../books/read-order"
import { writeAsRead } from "../books/write-as-read"
import { captureModule } from "../undocumented/undocumented-captures"

export type CapturedPayment = {
  payment_id: string
  amount: Decimal
  /** What the provider says of the payment now. */
  data: Record<string, unknown>
  captured_by: string | null
}

/**
 * Writes that a payment was captured: one capture row (Medusa's own, where its
 * webhook was faster), one order transaction, and the collection. The provider is
 * not asked. Running it again changes nothing.
 */
export async function writeCapture(
  container: MedusaContainer,
  order: MedusaOrder,
  { payment_id, amount, data, captured_by }: CapturedPayment
): Promise<void> {
  const payments = captureModule(container)
  if (await wasCancelledAfterwards(container, payment_id)) {
    return
  }
  const rows = await oneCapture(container, { payment_id, amount, captured_by })
  const payment = await payments.retrievePayment(payment_id)
  await payments.updatePayment({
    id: payment_id,
    amount,
    captured_at: new Date(payment.captured_at ?? Date.now()),
    data: { ...payment.data, ...data },
  })
  await completeCollection(container, payment.payment_collection_id)
  await oneTransaction(container, order.id, rows, amount)
}

/**
 * Medusa may have cancelled a payment before it knew of its capture. It writes so
 * only if the provider agreed, which had the last word then. Stripe never does.
 */
async function wasCancelledAfterwards(
  container: MedusaContainer,
  payment_id: string
): Promise<boolean> {
  const { canceled_at } = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(payment_id, { select: ["id", "canceled_at"] })
  const was =
    Boolean(canceled_at) && !(await readCaptures(container, payment_id)).length
  if (was) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `Payment ${payment_id} was captured by a release, and then cancelled in Medusa, to which its provider agreed: no capture is written. Look at the provider's own pages.`
      )
  }
  return was
}

type CaptureRow = { id: string; amount: Decimal }

async function readCaptures(
  container: MedusaContainer,
  payment_id: string
): Promise<CaptureRow[]> {
  const captures = await container
    .resolve(Modules.PAYMENT)
    .listCaptures({ payment_id }, { order: { created_at: "ASC" } })
  return captures.map(({ id, ...capture }) => ({ id, amount: exact(capture) }))
}

const exact = (row: {
  amount?: BigNumberInput
  raw_amount?: BigNumberInput
}): Decimal => MathBN.convert(row.raw_amount ?? row.amount ?? 0).toFixed()

/** @returns the row that stays, and what was there beside it */
async function oneCapture(
  container: MedusaContainer,
  {
    payment_id,
    amount,
    captured_by,
  }: Pick<CapturedPayment, "payment_id" | "amount" | "captured_by">
): Promise<{ kept: CaptureRow; gone: CaptureRow[] }> {
  const payments = captureModule(container)
  if (!(await readCaptures(container, payment_id)).length) {
    try {
      await payments.capturePayment({
        payment_id,
        amount,
        is_captured: true,
        ...(captured_by ? { captured_by } : {}),
      })
    } catch (error) {
      // Medusa's webhook was faster: its row is adopted.
      if (!(await readCaptures(container, payment_id)).length) {
        throw error
      }
    }
  }
  const [kept, ...gone] = await readCaptures(container, payment_id)
  if (!kept) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Payment ${payment_id} took no capture row.`
    )
  }
  if (gone.length) {
    await payments.softDeleteCaptures(gone.map(({ id }) => id))
  }
  if (!MathBN.eq(kept.amount, amount)) {
    await payments.updateCaptures([{ id: kept.id, amount }])
  }
  return { kept, gone }
}

/** Brings a collection to the capture rows of its payments. */
async function completeCollection(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const payments = captureModule(container)
  const collection = await payments.retrievePaymentCollection(id, {
    relations: ["payments.captures"],
  })
  const captured = MathBN.sum(
    0,
    ...(collection.payments ?? [])
      .flatMap(({ captures }) => captures ?? [])
      .map(exact)
  )
  const isComplete = MathBN.gte(captured, exact(collection))
  await payments.updatePaymentCollections(id, {
    captured_amount: captured.toFixed(),
    ...(isComplete
      ? {
          status: PaymentCollectionStatus.COMPLETED,
          completed_at: new Date(collection.completed_at ?? Date.now()),
        }
      : {}),
  })
}

/** Exactly one order transaction, with the captured amount. */
async function oneTransaction(
  container: MedusaContainer,
  orderId: string,
  { kept, gone }: { kept: CaptureRow; gone: CaptureRow[] },
  amount: Decimal
): Promise<void> {
  const ids = [kept, ...gone].map(({ id }) => id)
  await writeAsRead(
    container,
    () => readOrder(container, orderId),
    ({ transactions }) => {
      const written = transactions.filter(
        ({ reference, reference_id }) =>
          reference === "capture" && ids.includes(String(reference_id))
      )
      const right = written.find(
        (entry) =>
          entry.reference_id === kept.id && MathBN.eq(entry.amount, amount)
      )
      return {
        entries: {
          ...NO_ENTRIES,
          removed_transactions: written.flatMap((entry) =>
            entry === right ? [] : entry.id
          ),
          transactions: right
            ? []
            : [{ amount, reference: "capture", reference_id: kept.id }],
        },
      }
    }
  )
}
