import type Medusa from "@medusajs/js-sdk"
import { countries } from "./regions"

/** What is needed to ship an order. */
export type DemoShipping = {
  locationId: string
  profileId: string
  optionId: string
}

/** Creates the warehouse and the one way of shipping. */
export async function createShipping(
  admin: Medusa,
  salesChannelId: string
): Promise<DemoShipping> {
  const locationId = await createLocation(admin, salesChannelId)
  const zoneId = await createServiceZone(admin, locationId)
  const profileId = await findOrCreateProfile(admin)
  const { shipping_option } = await admin.admin.shippingOption.create({
    name: "Standard shipping",
    service_zone_id: zoneId,
    shipping_profile_id: profileId,
    provider_id: "manual_manual",
    price_type: "flat",
    type: {
      label: "Standard",
      description: "Two to four days",
      code: "standard",
    },
    prices: [
      { currency_code: "eur", amount: 4.9 },
      { currency_code: "usd", amount: 5.95 },
      { currency_code: "jpy", amount: 800 },
      { currency_code: "kwd", amount: 1.75 },
    ],
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  })
  return { locationId, profileId, optionId: shipping_option.id }
}

async function createLocation(
  admin: Medusa,
  salesChannelId: string
): Promise<string> {
  const { stock_location } = await admin.admin.stockLocation.create({
    name: "Warehouse",
    address: {
      address_1: "Hafenstrasse 12",
      city: "Hamburg",
      postal_code: "20457",
      country_code: "DE",
    },
  })
  await admin.admin.stockLocation.updateFulfillmentProviders(
    stock_location.id,
    { add: ["manual_manual"] }
  )
  await admin.admin.stockLocation.updateSalesChannels(stock_location.id, {
    add: [salesChannelId],
  })
  return stock_location.id
}

async function createServiceZone(
  admin: Medusa,
  locationId: string
): Promise<string> {
  await admin.admin.stockLocation.createFulfillmentSet(locationId, {
    name: "Shipping",
    type: "shipping",
  })
  const { stock_location } = await admin.admin.stockLocation.retrieve(
    locationId,
    { fields: "id,*fulfillment_sets" }
  )
  const [set] = stock_location.fulfillment_sets ?? []
  const { fulfillment_set } =
    await admin.admin.fulfillmentSet.createServiceZone(set.id, {
      name: "World",
      geo_zones: countries.map((country_code) => ({
        type: "country",
        country_code,
      })),
    })
  return fulfillment_set.service_zones[0].id
}

async function findOrCreateProfile(admin: Medusa): Promise<string> {
  const { shipping_profiles } = await admin.admin.shippingProfile.list()
  const [profile] = shipping_profiles
  if (profile) {
    return profile.id
  }
  const { shipping_profile } = await admin.admin.shippingProfile.create({
    name: "Default",
    type: "default",
  })
  return shipping_profile.id
}
