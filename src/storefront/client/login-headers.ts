/** Headers that are read before each request: the login, for example. */
export type LoginHeaders = () =>
  | Record<string, string | undefined>
  | Promise<Record<string, string | undefined>>

/** Those that have a value; `fetch` would send the word "undefined". */
export const readHeaders = async (
  read: LoginHeaders | undefined
): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((await read?.()) ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]]
    )
  )
