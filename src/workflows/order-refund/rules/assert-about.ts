import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type AboutLine,
  METADATA_LIMITS,
  metadataProblem,
  type RefundRequest,
} from "../../../domain"
import { assertRefundReasons } from "../../common/assert-refund-reason"
import { refundError } from "../../common/refund-error"
import { refundsModule } from "../../common/refunds-module"

/** At Stripe ours stand beside the caller's: the order, the refund, the transaction. */
const OWN_KEYS = 3

type About = AboutLine & { field: string }

/**
 * Checks what a caller says about a refund and its lines beside their amounts: that
 * every reason exists, and that metadata can be kept, and sent where it will be.
 *
 * @throws refund_reason_not_found, invalid_request
 */
export async function assertAbout(
  container: MedusaContainer,
  refund: AboutLine,
  request: Pick<RefundRequest, "items" | "shipping" | "adjustment">
): Promise<void> {
  const sent = refundsModule(container).options.stripe?.sendMetadata
  const room = METADATA_LIMITS.keys - (sent ? OWN_KEYS : 0)
  const lines = aboutLines(request)
  assertMetadata({ ...refund, field: "" }, room)
  lines.forEach((line) => assertMetadata(line))
  await assertRefundReasons(
    container,
    [{ ...refund, field: "" }, ...lines].map(({ field, refund_reason_id }) => ({
      field: `${field}refund_reason_id`,
      id: refund_reason_id,
    }))
  )
}

function assertMetadata({ metadata, field }: About, maxKeys?: number): void {
  const problem = metadata ? metadataProblem(metadata, maxKeys) : null
  if (problem) {
    throw refundError({
      code: "invalid_request",
      message: `${field}metadata: ${problem}`,
      details: { field: `${field}metadata` },
    })
  }
}

/** With the beginning of the fields' names: `items.0.` */
function aboutLines({
  items,
  shipping,
  adjustment,
}: Parameters<typeof assertAbout>[2]): About[] {
  const each = (name: string, lines: "all" | AboutLine[] = []) =>
    lines === "all"
      ? []
      : lines.map((line, index) => ({ ...line, field: `${name}.${index}.` }))
  return [
    ...each("items", items),
    ...each("shipping", shipping),
    ...(adjustment ? [{ ...adjustment, field: "adjustment." }] : []),
  ]
}
