import type { MedusaRequest } from "@medusajs/framework/http"
import multer, { MulterError } from "multer"
import { refundError } from "../../workflows/common/refund-error"
import { refundsModule } from "../../workflows/common/refunds-module"
import type { UploadedPhoto } from "../../workflows/refund-requests"

/**
 * Reads the files of a `multipart/form-data` body. What is too large, or too many,
 * is not read to its end.
 *
 * @throws invalid_photo, invalid_request
 */
export async function receiveFiles(
  req: MedusaRequest,
  res: object,
  field: string
): Promise<UploadedPhoto[]> {
  const { photos, photoBytes } = refundsModule(req.scope).options.requests
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: photoBytes, files: photos, fields: 0, parts: photos },
  }).array(field)
  await new Promise<void>((resolve, reject) => {
    // Express's types are of another copy than Medusa's; it is the same object.
    receive(req as never, res as never, (error: unknown) =>
      error ? reject(refusalOf(error, photos, photoBytes)) : resolve()
    )
  })
  const { files } = req as { files?: { buffer: Buffer }[] }
  return (files ?? []).map(({ buffer }) => ({ content: buffer }))
}

/** What multer refuses, and a body that is no form, are the caller's mistakes. */
function refusalOf(error: unknown, most: number, bytes: number) {
  if (error instanceof MulterError) {
    return refundError({
      code: "invalid_photo",
      message: `${error.message}: at most ${most} photos of ${bytes} bytes each, in the field "photos".`,
      details: { most, bytes },
    })
  }
  const message = error instanceof Error ? error.message : String(error)
  return refundError({
    code: "invalid_request",
    message: `The form could not be read: ${message}`,
  })
}
