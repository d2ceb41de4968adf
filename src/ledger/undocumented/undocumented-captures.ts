import { MedusaError, Modules } from "@medusajs/framework/utils"
import type {
  IPaymentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import type { Decimal } from "../../domain"

type ProviderInput = {
  data: Record<string, unknown>
  context: { idempotency_key: string }
}

/**
 * Calls that Medusa 2.21 has but does not document, which only a release of
 * authorised money needs: a refund works without them.
 */
type CaptureCalls = {
  /** Public, but its type knows only the id; its code updates every column. */
  updatePayment(row: {
    id: string
    amount?: Decimal
    captured_at?: Date
    canceled_at?: Date
    data?: Record<string, unknown>
  }): Promise<unknown>
  updatePaymentCollections(
    id: string,
    data: {
      amount?: Decimal
      captured_amount?: Decimal
      status?: string
      completed_at?: Date
    }
  ): Promise<unknown>
  updateCaptures(rows: { id: string; amount: Decimal }[]): Promise<unknown>
  softDeleteCaptures(ids: string[]): Promise<unknown>
  /** The providers themselves: the public methods make a new key each time. */
  paymentProviderService_: {
    capturePayment(
      providerId: string,
      input: ProviderInput
    ): Promise<{ data?: Record<string, unknown> }>
    cancelPayment(
      providerId: string,
      input: ProviderInput
    ): Promise<{ data?: Record<string, unknown> }>
    getStatus(
      providerId: string,
      input: Pick<ProviderInput, "data">
    ): Promise<{ status: string }>
  }
}

const MODULE_CALLS = [
  "updatePayment",
  "updatePaymentCollections",
  "updateCaptures",
  "softDeleteCaptures",
]
const PROVIDER_CALLS = ["capturePayment", "cancelPayment", "getStatus"]

const has = (value: unknown, method: string): boolean =>
  typeof value === "object" &&
  value !== null &&
  typeof Reflect.get(value, method) === "function"

/** The calls of Medusa's payment module that this version of Medusa lacks. */
export const missingCaptureCalls = (service: object): string[] => [
  ...MODULE_CALLS.filter((method) => !has(service, method)),
  ...PROVIDER_CALLS.filter(
    (method) => !has(Reflect.get(service, "paymentProviderService_"), method)
  ).map((method) => `paymentProviderService_.${method}`),
]

type CaptureModule = Omit<IPaymentModuleService, keyof CaptureCalls> &
  CaptureCalls

const isComplete = (service: object): service is CaptureModule =>
  missingCaptureCalls(service).length === 0

/**
 * Medusa's payment module with the calls above. Asked before any money moves.
 *
 * @throws unexpected_state with the names of the missing calls
 */
export function captureModule(container: MedusaContainer): CaptureModule {
  const service: object = container.resolve(Modules.PAYMENT)
  if (isComplete(service)) {
    return service
  }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `This version of Medusa lacks ${missingCaptureCalls(service).join(", ")}, which a release needs. Nothing was released. Use a Medusa version that the plugin's README names.`
  )
}
