import type Medusa from "@medusajs/js-sdk"

/** Someone who orders in the demo. None of them exists. */
export type DemoCustomer = {
  first_name: string
  last_name: string
  email: string
  address_1: string
  postal_code: string
  city: string
}

function customer(
  first_name: string,
  last_name: string,
  address: Pick<DemoCustomer, "address_1" | "postal_code" | "city">
): DemoCustomer {
  const email = `${first_name}.${last_name}@example.com`.toLowerCase()
  return { first_name, last_name, email, ...address }
}

const hamburg = { postal_code: "20095", city: "Hamburg" }
const berlin = { postal_code: "10115", city: "Berlin" }

/** The customers by what their order shows. */
export const customers = {
  anna: customer("Anna", "Keller", { ...hamburg, address_1: "Lange Reihe 7" }),
  jonas: customer("Jonas", "Brandt", { ...berlin, address_1: "Torstrasse 61" }),
  maria: customer("Maria", "Hoffmann", {
    ...berlin,
    address_1: "Oderberger Strasse 3",
  }),
  lukas: customer("Lukas", "Vogel", {
    ...hamburg,
    address_1: "Osterstrasse 118",
  }),
  sofie: customer("Sofie", "Lindner", {
    ...berlin,
    address_1: "Pappelallee 20",
  }),
  emily: customer("Emily", "Carter", {
    address_1: "214 Alder Street",
    postal_code: "97205",
    city: "Portland",
  }),
  haruto: customer("Haruto", "Sato", {
    address_1: "2-11-3 Meguro",
    postal_code: "153-0063",
    city: "Tokyo",
  }),
  fatima: customer("Fatima", "Al-Rashid", {
    address_1: "Salem Al Mubarak Street 9",
    postal_code: "20001",
    city: "Salmiya",
  }),
}

/** Has an account in the shop, and with it one at Stripe. */
export const nina = customer("Nina", "Richter", {
  ...hamburg,
  address_1: "Eppendorfer Weg 54",
})

/** Creates the customers, so that orders show a name and not only an address. */
export async function createCustomers(admin: Medusa): Promise<void> {
  for (const { email, first_name, last_name } of Object.values(customers)) {
    await admin.admin.customer.create({ email, first_name, last_name })
  }
}

/** Cards of Stripe's test mode. https://docs.stripe.com/testing#refunds */
export const cards = {
  succeeds: "pm_card_visa",
  refundPending: "pm_card_pendingRefund",
  /** Can be saved, and is declined when it is charged. https://docs.stripe.com/testing */
  chargeDeclined: "pm_card_chargeCustomerFail",
  /** Can be saved; when it is charged, the bank wants to hear the customer. */
  authenticationRequired: "pm_card_authenticationRequired",
}
