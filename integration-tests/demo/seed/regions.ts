import type Medusa from "@medusajs/js-sdk"

/** The currencies the demo sells in: two, no and three decimals. */
export type DemoCurrency = "eur" | "usd" | "jpy" | "kwd"

/** One region per currency, by currency. */
export type DemoRegions = Record<DemoCurrency, string>

const providers = ["pp_stripe_stripe", "pp_system_default"]

const regions = [
  { name: "Germany", currency: "eur", country: "de", rate: 19, tax: "VAT" },
  {
    name: "United States",
    currency: "usd",
    country: "us",
    rate: 8.25,
    tax: "Sales tax",
  },
  {
    name: "Japan",
    currency: "jpy",
    country: "jp",
    rate: 10,
    tax: "Consumption tax",
  },
  { name: "Kuwait", currency: "kwd", country: "kw", rate: 0, tax: "No tax" },
] as const

/** The countries goods are shipped to. */
export const countries = regions.map(({ country }) => country)

/** The country of each region, by currency. */
export function countryOf(currency: DemoCurrency): string {
  return regions.find((region) => region.currency === currency)?.country ?? "de"
}

/** Creates the regions with their currencies, tax rates and payment providers. */
export async function createRegions(admin: Medusa): Promise<DemoRegions> {
  await supportCurrencies(admin)
  const ids: Partial<DemoRegions> = {}
  for (const { name, currency, country, rate, tax } of regions) {
    const { region } = await admin.admin.region.create({
      name,
      currency_code: currency,
      countries: [country],
      payment_providers: providers,
    })
    await admin.admin.taxRegion.create({
      country_code: country,
      provider_id: "tp_system",
      default_tax_rate: { name: tax, code: `${country}-standard`, rate },
    })
    ids[currency] = region.id
  }
  return ids as DemoRegions
}

async function supportCurrencies(admin: Medusa): Promise<void> {
  const { stores } = await admin.admin.store.list()
  for (const store of stores) {
    await admin.admin.store.update(store.id, {
      name: "Summit Outfitters",
      supported_currencies: regions.map(({ currency }) => ({
        currency_code: currency,
        is_default: currency === "eur",
        // In Japan prices are shown with tax.
        is_tax_inclusive: currency === "jpy",
      })),
    })
  }
}
