/**
 * Fills the places of an address in. What is filled in cannot leave its place: it is
 * encoded.
 *
 * @example
 * fillAddress("https://shop.example.com/orders/{order_id}", { order_id: "order_1" })
 */
export const fillAddress = (
  address: string,
  values: Record<string, string>
): string =>
  address.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    return value === undefined ? place : encodeURIComponent(value)
  })
