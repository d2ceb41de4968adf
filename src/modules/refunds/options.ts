import { z } from "@medusajs/framework/zod"
import {
  accessSecretSchema,
  requestOptionsSchema,
} from "../refund-requests/options"
import { isCron } from "./cron"
import { notificationOptionsSchema } from "./notification-options"

const API_KEY_MISSING =
  "is missing. It is the secret key (sk_...) or a restricted key (rk_...) of the Stripe account that takes the payments: Stripe Dashboard, Developers, API keys. Where medusa-config.ts reads it from the environment, set it there (.env); a store without Stripe leaves `stripe` out"

const NOT_A_SECRET =
  "must be a webhook signing secret (whsec_...), or a list of them"

/** An unset variable of the environment is `undefined`, an empty one `""`. */
const webhookSecrets = z
  .union([z.string(), z.array(z.string().optional())], NOT_A_SECRET)
  .optional()
  .transform((given) =>
    [given].flat().flatMap((secret) => (secret ? [secret] : []))
  )
  .refine(
    (secrets) => secrets.every((secret) => secret.startsWith("whsec_")),
    NOT_A_SECRET
  )

/** How to reach Stripe. */
export const stripeOptionsSchema = z.strictObject({
  /** Secret or restricted key of the account that takes the payments. */
  apiKey: z
    .string({
      error: ({ input }) => (input === undefined ? API_KEY_MISSING : undefined),
    })
    .min(1, { error: API_KEY_MISSING, abort: true })
    .regex(
      /^(sk|rk)_/,
      "must be a secret or restricted key (sk_... or rk_...)"
    ),
  /**
   * Signing secret of the webhook endpoint; several while one is rotated. Without
   * one no event is believed, and only reconciliation sees what happens at Stripe.
   */
  webhookSecret: webhookSecrets,
  /** Payment providers whose payments live at Stripe. Default: every `pp_stripe*`. */
  providers: z.array(z.string().startsWith("pp_")).min(1).optional(),
  /** Another host than api.stripe.com, for tests. */
  host: z.string().min(1).optional(),
  port: z.coerce.number().int().min(1).max(65535).optional(),
  protocol: z.enum(["http", "https"]).optional(),
  /** How long one request to Stripe may take, in milliseconds. */
  timeoutMs: z.number().int().min(100).max(80_000).default(15_000),
  /**
   * Give Stripe the order's e-mail address for payment methods that cannot be
   * refunded without asking the customer (Konbini, PromptPay).
   */
  instructionsEmail: z.boolean().default(true),
  /**
   * Give Stripe the `metadata` of a refund, beside the three keys that the plugin
   * needs there. That of lines stays in the store.
   */
  sendMetadata: z.boolean().default(false),
  /**
   * How fast a reconciliation, or a list of refunds, may ask Stripe. A merchant's
   * refund never waits for it.
   */
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
  notifications: notificationOptionsSchema.prefault({}),
  /**
   * `safe`: Medusa's own refund button and order cancellation go through this
   * plugin's checks. `core`: they stay as Medusa made them.
   */
  nativeRefundRoute: z.enum(["safe", "core"]).default("safe"),
  /**
   * Signs the links by which guests see their refunds and ask for one; several
   * while one is rotated. Without it, they cannot.
   */
  accessSecret: accessSecretSchema,
  /** What customers may ask for, and how often. */
  requests: requestOptionsSchema.prefault({}),
})

/**
 * The options as a store writes them in `medusa-config.ts`.
 *
 * @example
 * options: {
 *   stripe: { apiKey: process.env.STRIPE_API_KEY, webhookSecret: process.env.STRIPE_WEBHOOK_SECRET },
 * } satisfies RefundPluginOptions
 */
export type RefundPluginOptions = Omit<Written, "stripe"> & {
  stripe?: Omit<NonNullable<Written["stripe"]>, "apiKey"> & {
    /** What `process.env` lacks is `undefined` to TypeScript; the start says so. */
    apiKey: string | undefined
  }
}

type Written = z.input<typeof refundPluginOptionsSchema>

/** The options after validation, defaults filled in. */
export type ResolvedRefundPluginOptions = z.output<
  typeof refundPluginOptionsSchema
>
export type StripeOptions = z.output<typeof stripeOptionsSchema>

/** Whether the payments of a payment provider are at Stripe. */
export const isStripeProvider = (
  stripe: StripeOptions | undefined,
  providerId: string
): boolean =>
  stripe?.providers?.includes(providerId) ??
  /^pp_stripe(-|_|$)/.test(providerId)

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
 * // { success: false, issues: [{ path: "stripe.apiKey", message: "is missing. ..." }] }
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
