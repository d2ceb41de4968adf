import type { ItemContext, PolicyItem } from "./policy-context"
import type { PolicyAnswer } from "./policy-function"
import type {
  PolicyConditions,
  PolicySettings,
  ProductConditions,
} from "./policy-types"

type Wanted = readonly string[] | undefined

const holds = (wanted: Wanted, has: readonly (string | null)[]): boolean =>
  !wanted || has.some((value) => value !== null && wanted.includes(value))

/** Whether all conditions about a product that are given hold for an item. */
export const isAbout = (
  conditions: ProductConditions,
  item: PolicyItem
): boolean =>
  holds(conditions.productIds, [item.product_id]) &&
  holds(conditions.categoryIds, item.category_ids) &&
  holds(conditions.tagIds, item.tag_ids)

const isFor = (
  conditions: PolicyConditions,
  { order, item }: ItemContext
): boolean =>
  holds(conditions.countries, [order.country_code?.toLowerCase() ?? null]) &&
  holds(conditions.salesChannelIds, [order.sales_channel_id]) &&
  holds(conditions.customerGroupIds, order.customer_group_ids) &&
  isAbout(conditions, item)

/**
 * The policy that decides about an item: the first one of the list that fits. A
 * function that fails ends the search, for nobody knows what it would have said.
 */
export function policyFor(
  { policies }: Pick<PolicySettings, "policies">,
  context: ItemContext
): PolicyAnswer {
  for (const rule of policies) {
    const answer: PolicyAnswer =
      "decide" in rule ? rule.decide(context) : { ok: true, policy: rule }
    if (!answer.ok || (answer.policy && isFor(answer.policy, context))) {
      return answer
    }
  }
  return { ok: true, policy: null }
}
