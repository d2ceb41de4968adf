import { useState } from "react"
import { TextField } from "../parts/text-field"
import { useRefunds } from "../provider/refunds-context"
import {
  EMPTY_DECLARATION,
  filledIn,
  type Acknowledgement,
} from "./declaration"
import { DeclarationForm } from "./declaration-form"

const NEEDED = ["name", "orderNumber", "email"] as const

/** The declaration of somebody whom the shop does not know: no more than the law allows. */
export function GuestWithdrawal({
  name,
  onBack,
  onDeclared,
}: {
  name: string
  onBack: () => void
  onDeclared: (acknowledgement: Acknowledgement) => void
}) {
  const { client, messages } = useRefunds()
  const { withdrawal } = messages
  const [declared, setDeclared] = useState({ ...EMPTY_DECLARATION, name })
  const set = (field: "name" | "orderNumber" | "email" | "parts") => ({
    value: declared[field],
    label: withdrawal[field],
    onChange: (value: string) => setDeclared({ ...declared, [field]: value }),
  })

  const confirm = async () => {
    const { orderNumber, ...who } = filledIn(declared, NEEDED, messages)
    const parts = declared.parts.trim()
    onDeclared(
      await client.withdraw({
        ...who,
        order_number: orderNumber,
        ...(parts ? { parts } : {}),
        locale: messages.locale,
      })
    )
  }

  return (
    <DeclarationForm onConfirm={confirm} onBack={onBack}>
      <TextField {...set("name")} required autoComplete="name" />
      <TextField {...set("orderNumber")} required maxLength={32} />
      <TextField
        {...set("email")}
        required
        type="email"
        autoComplete="email"
        hint={withdrawal.emailHint}
      />
      <TextField {...set("parts")} multiline hint={withdrawal.partsHint} />
    </DeclarationForm>
  )
}
