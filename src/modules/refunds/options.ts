import { z } from "@medusajs/framework/zod"
import { isCron } from "./cron"

const secret = z
  .string()
  .startsWith("whsec_", "must be a webhook signing secret (whsec_...)")

/** How to reach Stripe. */
export const stripeOptionsSchema = z.strictObject({
  /** Secret or restricted key of the account that takes the payments. */
  apiKey: z
    .string()
    .regex(
      /^(sk|rk)_/,
      "must be a secret or restricted key (sk_... or rk_...)"
    ),
  /** Signing secret of the webhook endpoint; several while one is rotated. */
  webhookSecret: z.union([secret, z.array(secret).min(1)]),
  /** Payment providers whose payments live at Stripe. Default: every `pp_stripe*`. */
  providers: z.array(z.string().startsWith("pp_")).min(1).optional(),
  /** Another host than api.stripe.com, for tests. */
  host: z.string().min(1).optional(),
  port: z.coerce.number().int().min(1).max(65535).optional(),
  protocol: z.enum(["http", "https"]).optional(),
  /** How long one request to Stripe may take, in milliseconds. */
  timeoutMs: z.number().int().min(100).max(80_000).default(15_000),
  /** How fast a reconciliation may ask Stripe. Merchants' refunds never wait for it. */
  maxRequestsPerSecond: z.number().int().min(1).max(100).default(20),
})

/** How the store is compared with Stripe. */
export const reconciliationOptionsSchema = z.strictObject({
  /** A cron expression, in the server's time zone. */
  schedule: z
    .string()
    .refine(isCron, "must be a cron expression such as */15 * * * *")
    .default("*/15 * * * *"),
  /** How old a refund may be whose status is still compared every time. */
  lookbackDays: z.number().int().min(1).max(365).default(30),
})

/** Every option of the plugin, with its defaults. */
export const refundPluginOptionsSchema = z.strictObject({
  stripe: stripeOptionsSchema.optional(),
  reconciliation: reconciliationOptionsSchema.prefault({}),
  /**
   * `safe`: Medusa's own refund button and order cancellation go through this
   * plugin's checks. `core`: they stay as Medusa made them.
   */
  nativeRefundRoute: z.enum(["safe", "core"]).default("safe"),
})

/**
 * The options as a store writes them in `medusa-config.ts`.
 *
 * @example
 * options: {
 *   stripe: { apiKey: process.env.STRIPE_API_KEY, webhookSecret: process.env.STRIPE_WEBHOOK_SECRET },
 * } satisfies RefundPluginOptions
 */
export type RefundPluginOptions = z.input<typeof refundPluginOptionsSchema>

/** The options after validation, defaults filled in. */
export type ResolvedRefundPluginOptions = z.output<
  typeof refundPluginOptionsSchema
>
export type StripeOptions = z.output<typeof stripeOptionsSchema>

/** What a store gets that sets nothing. */
export const defaultOptions = (): ResolvedRefundPluginOptions =>
  refundPluginOptionsSchema.parse({})

/** One bad option: where it is, and what is wrong with it. */
export type OptionIssue = { path: string; message: string }

/**
 * Checks the plugin's options. All bad fields are reported at once. Medusa adds
 * its `database` settings to the options of every module.
 *
 * @example
 * parseOptions({ stripe: {} })
 * // { success: false, issues: [{ path: "stripe.apiKey", ... }, { path: "stripe.webhookSecret", ... }] }
 */
export function parseOptions(
  input: unknown
):
  | { success: true; options: ResolvedRefundPluginOptions }
  | { success: false; issues: OptionIssue[] } {
  const { database: _medusas, ...ours } = { ...(input ?? {}) } as {
    database?: unknown
  }
  const parsed = refundPluginOptionsSchema.safeParse(ours)
  if (parsed.success) {
    return { success: true, options: parsed.data }
  }
  return {
    success: false,
    issues: parsed.error.issues.flatMap((issue) => {
      const path = issue.path.join(".")
      return issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({
            path: [...issue.path, key].join("."),
            message: "is not an option of this plugin",
          }))
        : [{ path, message: issue.message }]
    }),
  }
}
