const THREE_DECIMALS = ["bhd", "jod", "kwd", "omr", "tnd"]
const NO_DECIMALS = [
  ...["bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga"],
  ...["pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf"],
]

/** How many decimals a currency has for Stripe. */
export const decimalsOf = (currency: string): number =>
  NO_DECIMALS.includes(currency) ? 0 : THREE_DECIMALS.includes(currency) ? 3 : 2

/** Minor units as Stripe writes them in its messages. */
export function formatMinor(minor: number, currency: string): string {
  const digits = decimalsOf(currency)
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
  }).format(minor / 10 ** digits)
}
