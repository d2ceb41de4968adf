import { cell, deaths, network, sent } from "./build-cells"
import type { Cell, GoodsCall } from "./cells"
import type { Effect } from "./effects"
import type { Moment } from "./moments"

export const GOODS_CALLS: GoodsCall[] = [
  "cancel units",
  "return units",
  "edit down",
  "edit up",
  "release part",
  "release all",
  "cancel order",
]

export const isGoodsCall = (call: Cell["call"]): call is GoodsCall =>
  GOODS_CALLS.some((each) => each === call)

const SIDE = "ours"

/** The writes of Medusa's own workflow, which two flows run. */
const MEDUSAS_CANCELLATION: Moment[] = [
  "before Medusa's credit line",
  "before Medusa's credit line is confirmed",
  "before the order is cancelled",
]

/** The writes of each flow before which its store dies, in their order. */
const WRITES: Record<GoodsCall, Moment[]> = {
  "cancel units": [
    "before the edit's change",
    "before the edit is confirmed",
    "before the stock is freed",
    "before the request",
    "before the answer is recorded",
    "before the order transaction",
    "before the refund row",
    "before the books are marked",
  ],
  "return units": [
    "before the return",
    "before the return's change",
    "before the return is confirmed",
    "before the request",
    "before the answer is recorded",
    "before the order transaction",
    "before the refund row",
    "before the books are marked",
  ],
  "edit down": [
    "before the edit is recorded",
    "before the edit's change",
    "before the edit is confirmed",
    "before the stock is freed",
    "before the edit's refund",
    "before the request",
    "before the answer is recorded",
    "before the order transaction",
    "before the books are marked",
    "before the edit's end is noted",
  ],
  "edit up": [
    "before the edit is recorded",
    "before the stock is reserved",
    "before the edit's change",
    "before the edit is confirmed",
    "before the charge is noted",
    "before the captured money's transaction",
    "before the edit's end is noted",
  ],
  "release part": [
    "before the release is recorded",
    "before the release is sent",
    "before the release's answer is recorded",
    "before the capture row",
    "before the captured money's transaction",
    "before the edit's change",
    "before the edit is confirmed",
    "before the stock is freed",
    "before the release is booked",
  ],
  "release all": [
    "before the release is recorded",
    "before the release is sent",
    "before the release's answer is recorded",
    "before the stock is freed",
    ...MEDUSAS_CANCELLATION,
    "before the release is booked",
  ],
  "cancel order": [
    "before the request",
    "before the answer is recorded",
    "before the order transaction",
    "before the books are marked",
    "before the stock is freed",
    ...MEDUSAS_CANCELLATION,
    "before Medusa's credit line is taken back",
  ],
}

/** Stripe tells of a charge or a capture, and Medusa books it, too. */
const TOLD: Record<GoodsCall, boolean[]> = {
  "cancel units": [false],
  "return units": [false],
  "edit down": [false],
  "edit up": [true, false],
  "release part": [true, false],
  "release all": [false],
  "cancel order": [false],
}

const AND_LOST: Effect[] = ["no fault", "answer lost"]

/** Every cell of the flows that move goods. */
export const goodsCells = (): Cell[] =>
  GOODS_CALLS.flatMap((call) => [
    cell(SIDE, call, "no fault"),
    ...TOLD[call].flatMap((told) => network(SIDE, call, told)),
    ...deaths(SIDE, call, WRITES[call], AND_LOST),
    ...sent(SIDE, call),
  ])
