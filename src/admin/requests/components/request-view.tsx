import { useState } from "react"
import type { RefundRequestDTO } from "../../../types"
import { useRequestAction } from "../hooks/use-request-action"
import { ApproveView } from "./approve-view"
import { AskForm } from "./ask-form"
import { DeclineForm } from "./decline-form"
import { RequestDetails } from "./request-details"

export type ViewName = "details" | "approve" | "decline" | "ask"

type Props = {
  request: RefundRequestDTO
  view: ViewName
  onView: (view: ViewName) => void
  onClose: () => void
}

/** What the drawer shows now: the request, or one of the answers to it. */
export function RequestView({ request, view, onView, onClose }: Props) {
  const action = useRequestAction(request)
  const [cameFrom, setCameFrom] = useState<ViewName | null>(null)
  const back = () => {
    action.reset()
    setCameFrom(view)
    onView("details")
  }
  switch (view) {
    case "approve":
      return <ApproveView request={request} onBack={back} onDone={onClose} />
    case "decline":
      return (
        <DeclineForm
          request={request}
          action={action}
          onBack={back}
          onDone={onClose}
        />
      )
    case "ask":
      return (
        <AskForm
          request={request}
          action={action}
          onBack={back}
          onDone={back}
        />
      )
    case "details":
      return (
        <RequestDetails
          request={request}
          action={action}
          cameFrom={cameFrom}
          onView={onView}
        />
      )
  }
}
