import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { hashContents } from "./content-hash"
import { onceFor } from "./marker"

describe("work that depends on files", () => {
  const folder = mkdtempSync(join(tmpdir(), "refunds-marker-"))
  const marker = join(folder, "done")
  const write = (name: string, text: string) =>
    writeFileSync(join(folder, name), text)
  const hash = () => hashContents(folder, ["a.ts", "b.ts", "missing"])

  beforeEach(() => {
    rmSync(marker, { force: true })
    write("a.ts", "1")
    write("b.ts", "2")
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it("is done once for the same contents", async () => {
    const work = jest.fn(async () => undefined)
    expect(await onceFor(marker, hash(), work)).toBe(true)
    expect(await onceFor(marker, hash(), work)).toBe(false)
    expect(work).toHaveBeenCalledTimes(1)
  })

  it("is done again when a file has changed", async () => {
    const work = jest.fn(async () => undefined)
    await onceFor(marker, hash(), work)
    write("b.ts", "3")
    expect(await onceFor(marker, hash(), work)).toBe(true)
  })

  it("is done again after it has failed", async () => {
    const fail = async () => {
      throw new Error("no")
    }
    await expect(onceFor(marker, hash(), fail)).rejects.toThrow("no")
    const work = jest.fn(async () => undefined)
    expect(await onceFor(marker, hash(), work)).toBe(true)
  })

  it("notices contents that moved to another file", () => {
    const before = hash()
    write("a.ts", "2")
    write("b.ts", "1")
    expect(hash()).not.toBe(before)
  })
})
