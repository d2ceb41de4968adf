import { createHash } from "node:crypto"
import type { PolicySettings } from "./policy-types"

/** Long enough that no two settings of a shop share one. */
const LENGTH = 16

/**
 * Names settings by their content, so that a request can say by which ones it was
 * judged. A policy that is a function counts by its own text.
 */
export const policyVersion = (
  settings: Omit<PolicySettings, "version">
): string =>
  createHash("sha256")
    .update(JSON.stringify(settings))
    .digest("hex")
    .slice(0, LENGTH)
