import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isUndecided } from "../../domain"
import { refundError } from "../common/refund-error"
import { refundsModule } from "../common/refunds-module"
import { getRefundRequest } from "./get-refund-request"
import { pictureType } from "./photo-type"
import { requestsModule } from "./requests-module"

/** A file that a customer sent. Its name is not kept. */
export type UploadedPhoto = { content: Buffer }

/**
 * Adds pictures to a request that is not decided, as private files. They are judged
 * by their content. It is no workflow: those copy and keep what they are given.
 *
 * @throws refund_request_not_found, refund_request_decided, invalid_photo
 * @example
 * await addRequestPhotos(container, "refreq_1", [{ content: buffer }])
 */
export async function addRequestPhotos(
  container: MedusaContainer,
  requestId: string,
  files: UploadedPhoto[]
): Promise<void> {
  const { id, status, photos } = await getRefundRequest(container, requestId)
  if (!isUndecided(status)) {
    throw refundError({
      code: "refund_request_decided",
      message: `Refund request ${id} is ${status}: it takes no photos any more.`,
      details: { status },
    })
  }
  const most = refundsModule(container).options.requests.photos
  const types = files.map(({ content }) => pictureType(content))
  if (!types.length || types.length + photos.length > most) {
    throw tooMany(most)
  }
  const pictures = types.map((type, index) => {
    const content = files[index]?.content
    if (!type || !content) {
      throw refundError({
        code: "invalid_photo",
        message: `Photo ${index + 1} is no picture: JPEG, PNG, WebP, GIF or HEIC.`,
        details: { index },
      })
    }
    return { ...type, content }
  })
  const stored = await container.resolve(Modules.FILE).createFiles(
    pictures.map(({ content, mime_type, extension }, index) => ({
      filename: `${id}-${photos.length + index + 1}.${extension}`,
      mimeType: mime_type,
      content: content.toString("base64"),
      access: "private" as const,
    }))
  )
  const ids = stored.map((file) => file.id)
  const isKept = await requestsModule(container).requests.addPhotos(
    id,
    pictures.map(({ mime_type, content }, index) => ({
      file_id: ids[index] ?? "",
      mime_type,
      size: content.length,
    })),
    most
  )
  if (!isKept) {
    await container.resolve(Modules.FILE).deleteFiles(ids)
    throw tooMany(most)
  }
}

const tooMany = (most: number) =>
  refundError({
    code: "invalid_photo",
    message: `A request takes 1 to ${most} photos.`,
    details: { most },
  })
