import fc from "fast-check"
import { pictureType } from "./photo-type"

const bytes = (hex: string, length = 64) =>
  Buffer.concat([
    Buffer.from(hex.replace(/ /g, ""), "hex"),
    Buffer.alloc(length),
  ])

describe("what a photo is", () => {
  it.each([
    ["a JPEG", "ff d8 ff e0 00 10 4a 46 49 46 00 01", "image/jpeg"],
    ["a PNG", "89 50 4e 47 0d 0a 1a 0a", "image/png"],
    ["a GIF", "47 49 46 38 39 61", "image/gif"],
    ["a WebP", "52 49 46 46 24 00 00 00 57 45 42 50 56 50 38 20", "image/webp"],
    [
      "a HEIC of a phone",
      "00 00 00 18 66 74 79 70 68 65 69 63 00 00 00 00",
      "image/heif",
    ],
  ])("its bytes say that it is %s", (_, hex, mime_type) => {
    expect(pictureType(bytes(hex))?.mime_type).toBe(mime_type)
  })

  it.each([
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ["a PDF", Buffer.from("%PDF-1.7\n")],
    ["nothing", Buffer.alloc(0)],
  ])("%s is no photo, whatever its name", (_, content) => {
    expect(pictureType(content)).toBeNull()
  })

  it("any bytes are read without a failure", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (content) => {
        expect(() => pictureType(Buffer.from(content))).not.toThrow()
      })
    )
  })
})
