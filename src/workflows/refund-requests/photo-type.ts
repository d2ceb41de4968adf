import { filetypemime } from "magic-bytes.js"

/** What browsers show, and phones make. SVG is not in it: it can hold scripts. */
const PICTURES: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/heic": "heic",
  "image/heif": "heif",
}

/** As many bytes as the longest sign of a picture needs. */
const HEAD_BYTES = 64

/**
 * What kind of picture a file is, by its first bytes; null for anything else,
 * whatever it is called.
 */
export function pictureType(
  content: Buffer
): { mime_type: string; extension: string } | null {
  const found = filetypemime(content.subarray(0, HEAD_BYTES))
  for (const mime_type of found) {
    const extension = PICTURES[mime_type]
    if (extension) {
      return { mime_type, extension }
    }
  }
  return null
}
