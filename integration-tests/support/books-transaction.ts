import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

type Open = (...given: unknown[]) => Promise<unknown>

/** The connection itself has no methods that a test could replace. */
const contextOf = (container: MedusaContainer): { transaction: Open } =>
  Reflect.get(
    container.resolve(ContainerRegistrationKeys.PG_CONNECTION),
    "context"
  )

/**
 * Stands in for what opens the transactions of Medusa's database. Medusa's own
 * modules open theirs without a function, our books with one.
 *
 * @param write for the first books, the second and so on: what happens instead
 */
function replaceBooks(
  container: MedusaContainer,
  write: (call: number, go: () => Promise<unknown>) => Promise<unknown>
): jest.SpyInstance {
  const context = contextOf(container)
  const real = context.transaction.bind(context)
  let calls = 0
  return jest
    .spyOn(context, "transaction")
    .mockImplementation(async (...given: unknown[]) =>
      typeof given[0] === "function"
        ? write(++calls, async () => real(...given))
        : real(...given)
    )
}

/** Does something once when books are about to be written, and were planned. */
export const beforeBooks = (
  container: MedusaContainer,
  act: () => Promise<unknown>
): jest.SpyInstance =>
  replaceBooks(container, async (call, go) => {
    if (call === 1) {
      await act()
    }
    return go()
  })

/** Some coming books are not written at all, or nobody hears that they were. */
export const failBooks = (
  container: MedusaContainer,
  moment: "before" | "after",
  failing = 1
): jest.SpyInstance =>
  replaceBooks(container, async (call, go) => {
    if (call === failing && moment === "before") {
      throw new Error("the database went away before the books")
    }
    const written = await go()
    if (call === failing) {
      throw new Error("the database went away after the books")
    }
    return written
  })

/**
 * From now on as with a version of Medusa whose tables are not those that we know:
 * books are written through its modules.
 *
 * @param isMeant by the values of a statement; all of them if it is left out
 */
export const writeBooksThroughMedusa = (
  container: MedusaContainer,
  isMeant: (values: unknown) => boolean = () => true
): jest.SpyInstance => {
  const context = contextOf(container)
  const real = context.transaction.bind(context)
  return jest
    .spyOn(context, "transaction")
    .mockImplementation(async (work: unknown, ...rest: unknown[]) =>
      typeof work === "function"
        ? real(
            (transaction: Statements) =>
              work({
                raw: async (sql: string, values: unknown) => {
                  if (isMeant(values)) {
                    const code = "42703"
                    throw Object.assign(new Error("no such column"), { code })
                  }
                  return transaction.raw(sql, values)
                },
              }),
            ...rest
          )
        : real(work, ...rest)
    )
}

type Statements = { raw(sql: string, values: unknown): Promise<unknown> }
