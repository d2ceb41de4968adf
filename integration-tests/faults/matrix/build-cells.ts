import { FAULTY_EFFECTS, type Effect } from "./effects"
import type { Call, Cell, Side } from "./cells"
import type { Moment } from "./moments"

const REPEATS = [1, 3]

/** Alive and told, where nothing else is said. */
export const cell = (
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
export const network = (side: Side, call: Call, told: boolean): Cell[] =>
  FAULTY_EFFECTS.flatMap((effect) =>
    REPEATS.map((times) => cell(side, call, effect, { times, told }))
  )

/** A death at a moment that every refund comes to whose call succeeds. */
export const deaths = (
  side: Side,
  call: Call,
  writes: Moment[],
  effects: Effect[]
) =>
  writes.flatMap((death) =>
    effects.map((effect, index) =>
      cell(side, call, effect, { death, told: index % 2 === 1 })
    )
  )

const SENT: Moment = "after the request left"
/** Nothing is answered, so that the store still waits when it is killed. */
const UNANSWERED: Effect[] = ["request lost", "answer lost", "too slow"]

/** Deaths while Stripe is at work. */
export const sent = (side: Side, call: Call): Cell[] =>
  UNANSWERED.flatMap((effect) =>
    [true, false].map((told) =>
      cell(side, call, effect, { death: SENT, times: 3, told })
    )
  )
