import { Button, Input, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  useVariantSearch,
  VARIANTS_SHOWN,
} from "../../hooks/use-variant-search"
import { stockText, variantName } from "../../lib/order-edit-variant"
import { withVariant } from "../../lib/order-edit-form"
import { LineFrame } from "./line-frame"
import type { EditSectionProps } from "./section-props"

/** Finds products that come to the order. */
export function VariantSearch({
  form,
  onChange,
}: Pick<EditSectionProps, "form" | "onChange">) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState("")
  const { found, isCurrent, isError } = useVariantSearch(typed)
  const status = isError
    ? t("refundOrderEdit.search.failed")
    : !found || !isCurrent
      ? ""
      : found.count === 0
        ? t("refundOrderEdit.search.nothing")
        : found.count > VARIANTS_SHOWN
          ? t("refundOrderEdit.search.more", { shown: String(VARIANTS_SHOWN) })
          : t("refundOrderEdit.search.found", { found: String(found.count) })
  return (
    <section className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("refundOrderEdit.search.label")}
      </Label>
      <Input
        id={id}
        size="small"
        autoComplete="off"
        placeholder={t("refundOrderEdit.search.placeholder")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {/* Always the same element: a live region that comes with its text is not read. */}
      <Text size="xsmall" className="text-ui-fg-subtle" role="status">
        {status}
      </Text>
      {found && found.variants.length > 0 && (
        <ul aria-label={t("refundOrderEdit.search.results")}>
          {found.variants.map((variant) => {
            const name = variantName(variant)
            return (
              <li key={variant.id} className="py-1">
                <LineFrame
                  title={name}
                  subtitle={[variant.sku, stockText(variant, t)]
                    .filter(Boolean)
                    .join(" · ")}
                  thumbnail={variant.product?.thumbnail}
                >
                  <Button
                    type="button"
                    size="small"
                    variant="secondary"
                    aria-label={t("refundOrderEdit.search.addLabel", {
                      title: name,
                    })}
                    onClick={() =>
                      onChange(
                        withVariant(form, { variant_id: variant.id, name })
                      )
                    }
                  >
                    {t("refundOrderEdit.search.add")}
                  </Button>
                </LineFrame>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
