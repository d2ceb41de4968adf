import { Button, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { useRequestPhoto } from "../hooks/use-request-photo"

/** The customer's pictures; nothing where there are none. */
export function RequestPhotos({ request }: { request: RefundRequestDTO }) {
  const { t } = useTranslation()
  const { photos } = request
  return photos.length ? (
    <section className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("refundRequests.photo.title")}
      </Text>
      <ul className="flex flex-wrap gap-2">
        {photos.map(({ id }, index) => (
          <li key={id}>
            <Photo
              requestId={request.id}
              photoId={id}
              name={t("refundRequests.photo.name", {
                number: String(index + 1),
                count: String(photos.length),
              })}
            />
          </li>
        ))}
      </ul>
    </section>
  ) : null
}

/** One picture, which opens in full in a tab of its own. */
function Photo(props: { requestId: string; photoId: string; name: string }) {
  const { t } = useTranslation()
  const { url, isError, refetch } = useRequestPhoto(
    props.requestId,
    props.photoId
  )
  // Not every browser knows what every phone takes, such as HEIC.
  const [isUnknown, setUnknown] = useState(false)
  if (isError) {
    return (
      <Button
        type="button"
        size="small"
        variant="secondary"
        aria-label={t("refundRequests.photo.failedLabel", { name: props.name })}
        onClick={() => void refetch()}
      >
        {t("refundRequests.photo.failed")}
      </Button>
    )
  }
  if (!url) {
    return <Skeleton className="h-20 w-20 rounded-md" aria-label={props.name} />
  }
  return isUnknown ? (
    <a className="text-ui-fg-interactive txt-small" href={url} download>
      {t("refundRequests.photo.download", { name: props.name })}
    </a>
  ) : (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="focus-visible:shadow-borders-focus block rounded-md outline-none"
    >
      <img
        src={url}
        alt={props.name}
        className="border-ui-border-base h-20 w-20 rounded-md border object-cover"
        onError={() => setUnknown(true)}
      />
    </a>
  )
}
