import { localeOf } from "./locale"

const UNITS = [
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const

/**
 * How long something took, in the given language: "2 min, 5 sec". The clocks of
 * the server and of the browser may differ, so it is never less than nothing.
 */
export function durationText(
  startedAt: string,
  until: string | number,
  language: string
): string {
  const milliseconds = new Date(until).getTime() - new Date(startedAt).getTime()
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  const largest = UNITS.findIndex(([, size]) => seconds >= size)
  // Two units are enough: nobody asks for the seconds of an hour.
  const shown = largest < 0 ? UNITS.slice(-1) : UNITS.slice(largest).slice(0, 2)
  const parts = shown.map(([unit, size], index) => {
    const within = index === 0 ? seconds : seconds % shown[index - 1][1]
    return { unit, count: Math.floor(within / size) }
  })
  return parts
    .filter(({ count }, index) => count > 0 || index === 0)
    .map(({ unit, count }) => unitText(count, unit, language))
    .join(", ")
}

const unitText = (
  count: number,
  unit: (typeof UNITS)[number][0],
  language: string
): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: "unit",
    unit,
    unitDisplay: "short",
  }).format(count)
