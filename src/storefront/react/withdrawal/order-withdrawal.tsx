import { useState } from "react"
import { formKey } from "../../client/idempotency-key"
import { TextField } from "../parts/text-field"
import { Waiting } from "../parts/waiting"
import { useRefundOptions } from "../provider/use-refund-options"
import { useRefunds } from "../provider/refunds-context"
import { chosenItems } from "../request-form/request-draft"
import {
  EMPTY_DECLARATION,
  filledIn,
  type Acknowledgement,
} from "./declaration"
import { DeclarationForm } from "./declaration-form"
import { WithdrawalItems, withdrawable } from "./withdrawal-items"

/** The declaration within an order: its items are chosen, all of them to begin with. */
export function OrderWithdrawal({
  name,
  onBack,
  onDeclared,
}: {
  name: string
  onBack: () => void
  onDeclared: (acknowledgement: Acknowledgement) => void
}) {
  const { client, orderId, access, classNames, messages } = useRefunds()
  const { options, error, reload } = useRefundOptions()
  const [declared, setDeclared] = useState({ ...EMPTY_DECLARATION, name })
  const [keyFor] = useState(() => formKey())
  if (!options) {
    return <Waiting error={error} onRetry={reload} />
  }
  const items = withdrawable(options.items)
  const quantities = {
    ...Object.fromEntries(
      items.map(({ item_id, quantity }) => [item_id, quantity])
    ),
    ...declared.quantities,
  }

  const confirm = async () => {
    const body = {
      kind: "withdrawal" as const,
      ...filledIn(declared, ["name"], messages),
      items: chosenItems(quantities, items, messages),
      locale: messages.locale,
    }
    const { received_at } = await client.createRequest(orderId, body, {
      access,
      idempotencyKey: keyFor(body),
    })
    onDeclared({ received_at, receipt: null })
  }

  return items.length ? (
    <DeclarationForm onConfirm={confirm} onBack={onBack}>
      <WithdrawalItems
        items={options.items}
        quantities={quantities}
        onChange={(chosen) => setDeclared({ ...declared, quantities: chosen })}
      />
      <TextField
        required
        label={messages.withdrawal.name}
        value={declared.name}
        autoComplete="name"
        onChange={(value) => setDeclared({ ...declared, name: value })}
      />
    </DeclarationForm>
  ) : (
    <>
      <p role="status" className={classNames.text}>
        {messages.withdrawal.nothing}
      </p>
      <WithdrawalItems items={options.items} quantities={{}} />
    </>
  )
}
