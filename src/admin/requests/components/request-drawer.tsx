import { useState, type RefObject } from "react"
import { FormDrawer } from "../../components/form-drawer"
import { useIsApproving } from "../hooks/use-approval"
import { useIsActing } from "../hooks/use-request-action"
import { RequestLoader } from "./request-loader"
import { RequestView, type ViewName } from "./request-view"

type Props = {
  /** The request to show, if any. */
  id: string | null
  onClose: () => void
  /** What opened the drawer gets the focus back. */
  opener: RefObject<HTMLElement | null>
}

/** One request, and all that the shop can answer. */
export function RequestDrawer({ id, onClose, opener }: Props) {
  const isActing = useIsActing(id ?? "")
  const isApproving = useIsApproving(id ?? "")
  return (
    <FormDrawer
      open={id !== null}
      isSending={isActing || isApproving}
      onClose={onClose}
      opener={opener}
    >
      {id && <Opened key={id} id={id} onClose={onClose} />}
    </FormDrawer>
  )
}

function Opened({ id, onClose }: { id: string; onClose: () => void }) {
  const [view, setView] = useState<ViewName>("details")
  return (
    <RequestLoader id={id}>
      {(request) => (
        <RequestView
          request={request}
          view={view}
          onView={setView}
          onClose={onClose}
        />
      )}
    </RequestLoader>
  )
}
