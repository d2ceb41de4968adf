import {
  forgetAccess,
  readAccessFromFragment,
  type BrowserLike,
} from "./access-from-fragment"

describe("the token of a guest's link", () => {
  const kept = new Map<string, string>()
  const replaced: string[] = []

  const open = (
    hash: string,
    more: Partial<BrowserLike> = {}
  ): BrowserLike => ({
    location: { hash, pathname: "/order", search: "?lang=de" },
    history: {
      state: null,
      replaceState: (_state, _title, url) => void replaced.push(String(url)),
    },
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    ...more,
  })

  beforeEach(() => {
    kept.clear()
    replaced.length = 0
  })

  it("is read, and is no longer in the address", () => {
    expect(readAccessFromFragment(open("#access=a.b&order=order_1"))).toEqual({
      access: "a.b",
      order_id: "order_1",
    })
    expect(replaced).toEqual(["/order?lang=de"])
  })

  it("leaves the rest of the fragment where it is", () => {
    readAccessFromFragment(open("#access=a.b&order=order_1&tab=2"))
    expect(replaced).toEqual(["/order?lang=de#tab=2"])
  })

  it("is still known after a reload, until it is forgotten", () => {
    readAccessFromFragment(open("#access=a.b&order=order_1"))
    expect(readAccessFromFragment(open(""))).toEqual({
      access: "a.b",
      order_id: "order_1",
    })
    forgetAccess(open(""))
    expect(readAccessFromFragment(open(""))).toBeNull()
  })

  it("of a new link replaces the one of a former link", () => {
    readAccessFromFragment(open("#access=old&order=order_1"))
    readAccessFromFragment(open("#access=new&order=order_2"))
    expect(readAccessFromFragment(open(""))?.order_id).toBe("order_2")
  })

  it("works once where the browser keeps nothing", () => {
    const link = open("#access=a.b&order=order_1", { storage: null })
    expect(readAccessFromFragment(link)?.access).toBe("a.b")
    expect(readAccessFromFragment(open("", { storage: null }))).toBeNull()
  })

  it.each(["", "#", "#access=a", "#order=order_1", "#top"])(
    "is not in %p, which stays as it is",
    (hash) => {
      expect(readAccessFromFragment(open(hash))).toBeNull()
      expect(replaced).toEqual([])
    }
  )

  it("is nothing where something else was kept under its name", () => {
    kept.set("refund-access", "{")
    expect(readAccessFromFragment(open(""))).toBeNull()
    kept.set("refund-access", '{"access":1}')
    expect(readAccessFromFragment(open(""))).toBeNull()
  })
})
