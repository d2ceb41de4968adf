import { cell, deaths, network, sent } from "./build-cells"
import { FAULTY_EFFECTS, HEALED_EFFECTS, type Effect } from "./effects"
import { goodsCells } from "./goods-cells"
import {
  BOOK_WRITES,
  NATIVE_WRITES,
  UNBOOK_WRITES,
  type Moment,
} from "./moments"

export type Side = "ours" | "native"

/**
 * The call to Stripe that goes wrong, each in the flow where a store makes it:
 * a merchant's refund; a Dashboard refund told by webhook (list, or read for a
 * thin event); a refund row of Medusa's whose request is looked up; a merchant's
 * cancellation; the search for a refund whose answer was lost.
 */
export type Call =
  | "create refund"
  | "list refunds"
  | "read refund"
  | "list events"
  | "cancel refund"
  | "find refund"
  | VoidCall
  | GoodsCall

/**
 * An authorised order was cancelled, and Medusa's own provider let the money go
 * with an old API version: Stripe made a refund of what was never captured. It is
 * told by its snapshot events (list) or by thin ones (read), and is nothing.
 */
export type VoidCall = "list void" | "read void"

/**
 * What moves goods, too: a refund that takes units off the order or opens a
 * return, an edit to less or to more, a release of a part or of everything, the
 * cancellation of an order that was paid. What goes wrong is the call that moves
 * the money.
 */
export type GoodsCall =
  | "cancel units"
  | "return units"
  | "edit down"
  | "edit up"
  | "release part"
  | "release all"
  | "cancel order"

export type Cell = {
  side: Side
  call: Call
  effect: Effect
  /** How many calls in a row are hit. */
  times: number
  /** Whether Stripe's events about it reach the store. */
  told: boolean
  death: Moment | null
}

/** How a cell is called in the report; `--only` looks into it. */
export function nameOf({ side, call, effect, times, told, death }: Cell) {
  const often = times > 1 ? `, ${times} times` : times ? ", once" : ""
  const silent = told ? "" : ", no webhook"
  return [
    side,
    call,
    `${effect}${often}${silent}`,
    death ? `killed ${death}` : "alive",
  ].join(" | ")
}

const WITH_NONE: Effect[] = ["no fault", ...HEALED_EFFECTS]

function ours(): Cell[] {
  const side = "ours"
  return [
    ...network(side, "create refund", true),
    ...network(side, "create refund", false),
    ...network(side, "find refund", false),
    ...network(side, "list refunds", true),
    ...network(side, "read refund", true),
    ...network(side, "list void", true),
    ...network(side, "read void", true),
    ...network(side, "list events", true),
    ...network(side, "cancel refund", true),
    ...network(side, "cancel refund", false),
    ...deaths(side, "create refund", ["before the request"], ["no fault"]),
    ...sent(side, "create refund"),
    ...deaths(
      side,
      "create refund",
      ["before the answer is recorded"],
      ["no fault", ...FAULTY_EFFECTS]
    ).map((each) => (each.times ? { ...each, times: 3 } : each)),
    ...deaths(side, "create refund", BOOK_WRITES, WITH_NONE),
    ...deaths(
      side,
      "list refunds",
      [
        "before the import is recorded",
        ...BOOK_WRITES,
        "before the event is ticked off",
      ],
      ["no fault"]
    ).map((each) => ({ ...each, told: true })),
    ...deaths(
      side,
      "cancel refund",
      [
        "before the cancellation is noted",
        "before the cancellation is recorded",
        ...UNBOOK_WRITES,
      ],
      ["no fault", "answer lost"]
    ),
    ...sent(side, "cancel refund"),
    ...goodsCells(),
  ]
}

/** Medusa makes one of these calls only, and never hears of a Dashboard refund. */
function native(): Cell[] {
  const side = "native"
  return [
    ...network(side, "create refund", true),
    cell(side, "list refunds", "no fault"),
    ...deaths(side, "create refund", ["before the refund row"], ["no fault"]),
    ...sent(side, "create refund"),
    ...deaths(
      side,
      "create refund",
      ["before the refund row is erased"],
      FAULTY_EFFECTS
    ).map((each) => ({ ...each, times: 3 })),
    ...deaths(side, "create refund", NATIVE_WRITES, WITH_NONE),
  ]
}

/** Every cell of a side. */
export const cellsOf = (side: Side): Cell[] =>
  side === "ours" ? ours() : native()
