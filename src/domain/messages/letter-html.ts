import { html, webAddress, withBreaks, type Html } from "./html"
import type { Block, Letter } from "./letter"
import { STYLE, THEME } from "./letter-style"

/**
 * The HTML of a letter. Tables and inline styles are what every mail client lays out
 * the same way; nothing is loaded from anywhere, nothing runs.
 */
export const letterHtml = (letter: Letter): string =>
  html`<!doctype html>
    <html lang="${letter.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${letter.subject}</title>
        <style>
          ${THEME}
        </style>
      </head>
      <body class="page" style="${STYLE.page}">
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          class="page"
          style="${STYLE.outer}"
        >
          <tr>
            <td align="center" style="${STYLE.margin}">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                class="card"
                style="${STYLE.card}"
              >
                <tr>
                  <td style="${STYLE.inside}">
                    <p class="quiet" style="${STYLE.store}">
                      ${letter.store_name}
                    </p>
                    <h1 class="strong" style="${STYLE.heading}">
                      ${letter.subject}
                    </h1>
                    <p style="${STYLE.text}">${letter.greeting}</p>
                    ${letter.blocks.map(blockHtml)}
                    <p style="${STYLE.text}">
                      ${letter.closing}<br />${letter.store_name}
                    </p>
                  </td>
                </tr>
              </table>
              <p class="quiet" style="${STYLE.footer}">${letter.footer}</p>
            </td>
          </tr>
        </table>
      </body>
    </html> `.html

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "paragraph":
      return html`<p style="${STYLE.text}">${withBreaks(block.text)}</p> `
    case "amounts":
      return amountsHtml(block)
    case "facts":
      return tableOf(
        block.rows.map(
          ({ label, value }) =>
            html`<tr>
              <td class="quiet line" style="${STYLE.fact}">${label}</td>
              <td class="line" style="${STYLE.value}">${value}</td>
            </tr>`
        )
      )
    case "list":
      return html`<p class="strong" style="${STYLE.title}">${block.title}</p>
        <ul style="${STYLE.list}">
          ${block.items.map((item) => html`<li style="${STYLE.item}">${item}</li>`)}
        </ul> `
    case "quote":
      return html`<p class="strong" style="${STYLE.title}">${block.title}</p>
        <blockquote class="quote" style="${STYLE.quote}">
          ${withBreaks(block.text)}
        </blockquote> `
    case "button":
      return buttonHtml(block)
  }
}

const amountsHtml = ({
  rows,
  total,
}: Extract<Block, { kind: "amounts" }>): Html =>
  tableOf([
    ...rows.map(
      ({ label, amount }) =>
        html`<tr>
          <td class="line" style="${STYLE.label}">${label}</td>
          <td class="line" align="right" style="${STYLE.amount}">${amount}</td>
        </tr>`
    ),
    ...(total
      ? [
          html`<tr>
            <td class="strong" style="${STYLE.total}">${total.label}</td>
            <td class="strong" align="right" style="${STYLE.totalAmount}">
              ${total.amount}
            </td>
          </tr>`,
        ]
      : []),
  ])

const tableOf = (rows: Html[]): Html =>
  html`<table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="${STYLE.table}"
  >
    ${rows}
  </table> `

/** An address that is none of the web's gives no button. */
function buttonHtml({ label, url }: Extract<Block, { kind: "button" }>): Html {
  const address = webAddress(url)
  return address
    ? html`<table
        role="presentation"
        cellpadding="0"
        cellspacing="0"
        border="0"
        style="${STYLE.table}"
      >
        <tr>
          <td class="button" style="${STYLE.button}">
            <a href="${address}" class="button-text" style="${STYLE.link}"
              >${label}</a
            >
          </td>
        </tr>
      </table> `
    : html``
}
