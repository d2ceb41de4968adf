import type { RefundMessages } from "../../messages"

/** How many photos a request may have, and how large each. As the shop's options say. */
export type PhotoLimits = { count: number; bytes: number }

/** The plugin's defaults: `requests.photos` and `requests.photoBytes`. */
export const DEFAULT_PHOTO_LIMITS: PhotoLimits = { count: 5, bytes: 5_000_000 }

/**
 * What the browser's file chooser offers. A phone's HEIC is named, for not every
 * browser counts it among pictures.
 */
export const ACCEPTED_PHOTOS =
  "image/jpeg,image/png,image/webp,image/gif,image/heic,image/heif"

/** Why photos cannot be sent; null where they can. The server looks again. */
export function photoProblem(
  photos: readonly Pick<File, "size" | "type">[],
  { count, bytes }: PhotoLimits,
  { form }: RefundMessages
): string | null {
  if (photos.length > count) {
    return form.tooManyPhotos
  }
  if (photos.some(({ size }) => size > bytes)) {
    return form.photoTooLarge
  }
  // A file without a known type is left to the server, which reads its content.
  return photos.some(({ type }) => type && !type.startsWith("image/"))
    ? form.notAPhoto
    : null
}
