import { cancellations } from "./support/sequences/cancellations"
import { claimsAndExchanges } from "./support/sequences/claims-and-exchanges"
import { edits } from "./support/sequences/edits"
import { lateFailures } from "./support/sequences/late-failures"
import { outsideRefunds } from "./support/sequences/outside-refunds"
import { tellSequences } from "./support/tell-sequences"

tellSequences({
  edits,
  cancellations,
  "claims and exchanges": claimsAndExchanges,
  "late failures": lateFailures,
  "outside refunds": outsideRefunds,
})
