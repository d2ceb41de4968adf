import { useId, type ChangeEvent } from "react"
import { fill } from "../format/fill"
import { useRefunds } from "../provider/refunds-context"
import { ACCEPTED_PHOTOS, photoProblem, type PhotoLimits } from "./photo-limits"
import { usePreviews } from "./use-previews"

/** Chooses photos, shows them, and takes them away again. */
export function PhotoField({
  photos,
  limits,
  onChange,
}: {
  photos: File[]
  limits: PhotoLimits
  onChange: (photos: File[]) => void
}) {
  const { classNames, messages } = useRefunds()
  const { form } = messages
  const previews = usePreviews(photos)
  const id = useId()
  const problem = photoProblem(photos, limits, messages)
  const add = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onChange([...photos, ...(target.files ?? [])])
    // So that a photo that was removed can be chosen again.
    target.value = ""
  }
  return (
    <div className={classNames.field}>
      <label htmlFor={id} className={classNames.label}>
        {form.photos}
      </label>
      <input
        id={id}
        type="file"
        multiple
        accept={ACCEPTED_PHOTOS}
        className={classNames.input}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem ? true : undefined}
        onChange={add}
      />
      <p id={`${id}-hint`} className={classNames.hint}>
        {fill(form.photoLimits, {
          count: limits.count,
          size: Math.floor(limits.bytes / 1_000_000),
        })}
      </p>
      {problem && (
        <p role="alert" className={classNames.error}>
          {problem}
        </p>
      )}
      <ul className={classNames.photos}>
        {photos.map((photo, index) => (
          <li key={previews[index] ?? index} className={classNames.photo}>
            {previews[index] && (
              <img
                src={previews[index]}
                alt={fill(form.photo, { number: index + 1 })}
              />
            )}
            <button
              type="button"
              className={classNames.button}
              onClick={() => onChange(photos.filter((each) => each !== photo))}
            >
              {fill(form.removePhoto, { number: index + 1 })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
