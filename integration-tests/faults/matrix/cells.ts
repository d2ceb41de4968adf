import { FAULTY_EFFECTS, HEALED_EFFECTS, type Effect } from "./effects"
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

const REPEATS = [1, 3]

const cell = (
  side: Side,
  call: Call,
  effect: Effect,
  rest: Partial<Cell> = {}
): Cell => ({
  side,
  call,
  effect,
  times: effect === "no fault" ? 0 : 1,
  told: true,
  death: null,
  ...rest,
})

/** Every fault of a call, once and three times in a row. */
const network = (side: Side, call: Call, told: boolean): Cell[] =>
  FAULTY_EFFECTS.flatMap((effect) =>
    REPEATS.map((times) => cell(side, call, effect, { times, told }))
  )

/** A death at a moment that every refund comes to whose call succeeds. */
const deaths = (side: Side, call: Call, writes: Moment[], effects: Effect[]) =>
  writes.flatMap((death) =>
    effects.map((effect, index) =>
      cell(side, call, effect, { death, told: index % 2 === 1 })
    )
  )

const SENT: Moment = "after the request left"
/** Nothing is answered, so that the store still waits when it is killed. */
const UNANSWERED: Effect[] = ["request lost", "answer lost", "too slow"]

const sent = (side: Side, call: Call): Cell[] =>
  UNANSWERED.flatMap((effect) =>
    [true, false].map((told) =>
      cell(side, call, effect, { death: SENT, times: 3, told })
    )
  )

const WITH_NONE: Effect[] = ["no fault", ...HEALED_EFFECTS]

function ours(): Cell[] {
  const side = "ours"
  return [
    ...network(side, "create refund", true),
    ...network(side, "create refund", false),
    ...network(side, "find refund", false),
    ...network(side, "list refunds", true),
    ...network(side, "read refund", true),
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
