import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
  PaymentCollectionStatus,
} from "@medusajs/framework/utils"
import type {
  MedusaContainer,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import type { Decimal, MedusaOrder } from "../../domain"
import { removeIdleCollections, withAmount } from "../payments/idle-collections"
import { paymentModule } from "../undocumented/undocumented"

const WAITING: string[] = [
  PaymentCollectionStatus.NOT_PAID,
  PaymentCollectionStatus.AWAITING,
]

/** The payment collection that waits for the customer, if there is one. */
export const waitingCollection = ({
  collections,
}: Pick<MedusaOrder, "collections">):
  MedusaOrder["collections"][number] | null =>
  collections.find(({ status }) => WAITING.includes(status)) ?? null

/** A payment that the customer began and did not finish. */
export type OpenSession = {
  id: string
  provider_id: string
  data: Record<string, unknown>
}

/** The payments that the customer may be making at this moment. */
export async function openSessions(
  container: MedusaContainer,
  order: Pick<MedusaOrder, "collections">
): Promise<OpenSession[]> {
  const waiting = waitingCollection(order)
  return waiting
    ? (await sessionsOf(container, waiting.id)).map(
        ({ id, provider_id, data }) => ({ id, provider_id, data })
      )
    : []
}

/**
 * Lets a payment collection ask the customer for what they owe, and no more: the
 * one that waits, or a new one. Payments that the customer began follow.
 *
 * Not Medusa's workflow: it asks for amounts that nobody can pay, and cancels
 * other payments' authorisations.
 *
 * @param due in an amount that the currency can pay
 * @returns its id, or null when nothing is due and none waits
 */
export async function collectFromCustomer(
  container: MedusaContainer,
  order: MedusaOrder,
  due: Decimal
): Promise<string | null> {
  const waiting = waitingCollection(order)
  if (!waiting) {
    return MathBN.gt(due, 0) ? createCollection(container, order, due) : null
  }
  await setAmount(container, waiting, due)
  await followWithPayments(container, waiting, due)
  if (MathBN.gt(due, 0)) {
    return waiting.id
  }
  await removeIdleCollections(container, withAmount(order, waiting, due))
  return null
}

type Waiting = NonNullable<ReturnType<typeof waitingCollection>>

/** Lets a collection ask for what is due; the books alone, no provider. */
export async function setAmount(
  container: MedusaContainer,
  { id, amount }: Waiting,
  due: Decimal
): Promise<void> {
  if (!MathBN.eq(amount, due)) {
    await paymentModule(container).updatePaymentCollections(id, { amount: due })
  }
}

/** Lets the payments follow that the customer began, at their providers. */
export async function followWithPayments(
  container: MedusaContainer,
  { id }: Waiting,
  due: Decimal
): Promise<void> {
  for (const session of await sessionsOf(container, id)) {
    await followAmount(container, session, due)
  }
}

/** Ends a payment that was begun: its intent takes no money any more. */
export const endSession = (
  container: MedusaContainer,
  id: string
): Promise<void> => container.resolve(Modules.PAYMENT).deletePaymentSession(id)

async function followAmount(
  container: MedusaContainer,
  session: PaymentSessionDTO,
  due: Decimal
): Promise<void> {
  if (MathBN.eq(session.amount, due)) {
    return
  }
  // No provider can be asked for nothing.
  if (!MathBN.gt(due, 0)) {
    await endSession(container, session.id)
    return
  }
  await container.resolve(Modules.PAYMENT).updatePaymentSession({
    id: session.id,
    data: session.data,
    currency_code: session.currency_code,
    amount: MathBN.convert(due),
  })
}

/** Sessions without a payment: what has one is paid or authorised. */
async function sessionsOf(
  container: MedusaContainer,
  payment_collection_id: string
): Promise<PaymentSessionDTO[]> {
  const sessions = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions(
      { payment_collection_id },
      { relations: ["payment"], take: null }
    )
  return sessions.filter(({ payment }) => !payment)
}

async function createCollection(
  container: MedusaContainer,
  order: MedusaOrder,
  due: Decimal
): Promise<string> {
  const payments = container.resolve(Modules.PAYMENT)
  const { id } = await payments.createPaymentCollections({
    currency_code: order.currency_code,
    amount: MathBN.convert(due),
  })
  try {
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.ORDER]: { order_id: order.id },
      [Modules.PAYMENT]: { payment_collection_id: id },
    })
  } catch (error) {
    await payments.deletePaymentCollections([id])
    throw error
  }
  return id
}
