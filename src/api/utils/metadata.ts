import { z } from "@medusajs/framework/zod"
import { type Metadata, metadataProblem } from "../../domain"

/** A caller's own words about something: text by key, within Stripe's limits. */
export const metadata = z
  .custom<Metadata>()
  .superRefine((value, context) => {
    const problem = metadataProblem(value)
    if (problem) {
      context.addIssue({ code: "custom", message: problem })
    }
  })
  .nullish()
