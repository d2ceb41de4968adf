import { capturePaymentWorkflow } from "@medusajs/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type {
  CreateOrderDTO,
  MedusaContainer,
  OrderDTO,
} from "@medusajs/framework/types"
import type { TestStripe } from "./test-stripe"

/** One payment of an order, with the gateway it was made at. */
export type PaymentRecipe = {
  amount: number
  provider?: "stripe" | "system" | "bank"
  payment_method?: string
  /** Default: the order's. */
  currency_code?: string
  /** A payment from before payment intents: its data holds a charge id. */
  legacy?: boolean
  /** False leaves it authorised. */
  capture?: boolean
}

export type PaidOrder = {
  id: string
  items: { id: string }[]
  shipping_methods: { id: string }[]
  payments: {
    id: string
    payment_collection_id: string
    payment_intent: string | null
    charge: string | null
  }[]
}

type OrderRecipe = Partial<CreateOrderDTO> & {
  currency_code: string
  items: NonNullable<CreateOrderDTO["items"]>
}

/** Creates an order and pays it, the money being at the emulator or nowhere. */
export async function createPaidOrder(
  container: MedusaContainer,
  emulator: TestStripe,
  recipe: OrderRecipe,
  payments: PaymentRecipe[]
): Promise<PaidOrder> {
  const orders = container.resolve(Modules.ORDER)
  const [created] = await orders.createOrders([
    { email: "customer@example.com", ...recipe },
  ])
  const order: OrderDTO = await orders.retrieveOrder(String(created?.id), {
    relations: ["items", "shipping_methods"],
  })
  const paid: PaidOrder["payments"] = []
  for (const payment of payments) {
    paid.push(await pay(container, emulator, order, payment))
  }
  return {
    id: order.id,
    items: recipe.items.map(({ title }) => ({
      id: String(order.items?.find((item) => item.title === title)?.id),
    })),
    shipping_methods: (order.shipping_methods ?? []).map(({ id }) => ({ id })),
    payments: paid,
  }
}

const PROVIDERS = {
  stripe: "pp_stripe_stripe",
  system: "pp_system_default",
  bank: "pp_bank_bank",
} as const

async function pay(
  container: MedusaContainer,
  emulator: TestStripe,
  order: OrderDTO,
  recipe: PaymentRecipe
): Promise<PaidOrder["payments"][number]> {
  const payment = container.resolve(Modules.PAYMENT)
  const { currency_code = order.currency_code } = recipe
  const collection = await payment.createPaymentCollections({
    currency_code,
    amount: recipe.amount,
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: order.id },
    [Modules.PAYMENT]: { payment_collection_id: collection.id },
  })
  const provider = recipe.provider ?? "stripe"
  const atStripe = provider === "stripe"
  const session = await payment.createPaymentSession(collection.id, {
    provider_id: PROVIDERS[provider],
    amount: recipe.amount,
    currency_code,
    data: {},
  })
  const intent = atStripe ? String(session.data.id) : null
  if (intent) {
    await emulator.client.paymentIntents.confirm(intent, {
      payment_method: recipe.payment_method ?? "pm_card_visa",
      return_url: "https://store.example.com/thanks",
    })
  }
  const authorized = await payment.authorizePaymentSession(session.id, {})
  const id = String(authorized?.id)
  if (recipe.capture !== false) {
    await capture(container, order, id)
  }
  const charge = intent ? await latestCharge(emulator, intent) : null
  if (recipe.legacy) {
    await container
      .resolve(ContainerRegistrationKeys.PG_CONNECTION)("payment")
      .where({ id })
      .update({ data: { id: charge } })
  }
  return {
    id,
    payment_collection_id: collection.id,
    payment_intent: intent,
    charge,
  }
}

async function latestCharge(emulator: TestStripe, intent: string) {
  const { latest_charge } =
    await emulator.client.paymentIntents.retrieve(intent)
  return typeof latest_charge === "string"
    ? latest_charge
    : (latest_charge?.id ?? null)
}

/** The manual provider captures at once; its order transaction is missing then. */
async function capture(
  container: MedusaContainer,
  order: OrderDTO,
  paymentId: string
): Promise<void> {
  const { captures } = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(paymentId, { relations: ["captures"] })
  if (!captures?.length) {
    await capturePaymentWorkflow(container).run({
      input: { payment_id: paymentId },
    })
    return
  }
  await container.resolve(Modules.ORDER).addOrderTransactions(
    captures.map(({ id, amount }) => ({
      order_id: order.id,
      amount,
      currency_code: order.currency_code,
      reference: "capture",
      reference_id: id,
    }))
  )
}
