import { html, type Html } from "../../domain"
import { STYLE } from "./style"
import { type PageLanguage, withdrawalTexts } from "./texts"

/** What the consumer has typed so far. */
export type TypedWithdrawal = {
  name: string
  order_number: string
  email: string
  parts: string
}

const NOTHING: TypedWithdrawal = {
  name: "",
  order_number: "",
  email: "",
  parts: "",
}

type Fault = "missing" | "too_often"

/** The first step: who withdraws, from what. */
export function declarePage(
  language: PageLanguage,
  typed: TypedWithdrawal = NOTHING,
  fault?: Fault
): string {
  const texts = withdrawalTexts(language)
  return page(
    language,
    texts.withdraw,
    html`${fault ? html`<p role="alert">${texts[fault]}</p>` : html``}
      <p>${texts.intro}</p>
      <form method="post" action="?lang=${language}">
        ${field("name", texts.name, typed.name, "name", 255)}
        ${field("order_number", texts.order_number, typed.order_number, "off", 64)}
        ${field("email", texts.email, typed.email, "email", 320)}
        <label for="parts">${texts.parts}</label>
        <textarea
          id="parts"
          name="parts"
          rows="4"
          maxlength="2000"
          aria-describedby="parts-hint"
        >
${typed.parts}</textarea>
        <small id="parts-hint">${texts.parts_hint}</small>
        <button name="step" value="check">${texts.withdraw}</button>
      </form>`
  )
}

/** The second step: what was typed, once more, and the button that declares it. */
export function confirmPage(
  language: PageLanguage,
  typed: TypedWithdrawal
): string {
  const texts = withdrawalTexts(language)
  return page(
    language,
    texts.check,
    html`<dl>
        <dt>${texts.name}</dt>
        <dd>${typed.name}</dd>
        <dt>${texts.order_number}</dt>
        <dd>${typed.order_number}</dd>
        <dt>${texts.email}</dt>
        <dd>${typed.email}</dd>
        <dt>${texts.parts}</dt>
        <dd>${typed.parts || texts.whole_order}</dd>
      </dl>
      <form method="post" action="?lang=${language}">
        ${Object.entries(typed).map(
          ([name, value]) =>
            html`<input type="hidden" name="${name}" value="${value}" />`
        )}
        <button name="step" value="declare">${texts.confirm}</button>
        <button name="step" value="change" class="quiet">${texts.back}</button>
      </form>`
  )
}

/** The end: the acknowledgement, to read and to print. */
export function receivedPage(language: PageLanguage, receipt: string): string {
  const texts = withdrawalTexts(language)
  return page(
    language,
    texts.received,
    html`<p role="status">${texts.mailed}</p>
      <pre>${receipt}</pre>`
  )
}

const field = (
  name: keyof TypedWithdrawal,
  label: string,
  value: string,
  autocomplete: string,
  length: number
): Html =>
  html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      type="${name === "email" ? "email" : "text"}"
      autocomplete="${autocomplete}"
      maxlength="${String(length)}"
      required
    />`

const page = (language: PageLanguage, title: string, content: Html): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.html
