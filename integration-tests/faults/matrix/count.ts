import type { Result } from "./run-side"

export type Counts = {
  cells: number
  lost: number
  doubled: number
  wrong: number
}

export const count = (results: Result[]): Counts => ({
  cells: results.length,
  lost: results.filter(({ verdict }) => verdict.lost).length,
  doubled: results.filter(({ verdict }) => verdict.doubled).length,
  wrong: results.filter(({ verdict }) => verdict.wrong.length).length,
})
