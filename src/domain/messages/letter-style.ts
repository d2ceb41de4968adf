const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif"
const TEXT = `${FONT};font-size:16px;line-height:24px`
const CELL = `${TEXT};padding:10px 0;border-bottom:1px solid #e4e4e7;vertical-align:top`

/**
 * Inline styles: mail clients drop style sheets. None of them has a quotation mark,
 * since they stand in attributes.
 */
export const STYLE = {
  page: "margin:0;padding:0;background:#f4f4f5;color:#27272a",
  outer: "background:#f4f4f5",
  margin: "padding:32px 12px",
  card: "max-width:560px;background:#ffffff;border-radius:12px",
  inside: `${TEXT};padding:32px 28px 24px`,
  store: `${FONT};font-size:14px;line-height:20px;margin:0 0 16px;color:#71717a`,
  heading: `${FONT};font-size:22px;line-height:30px;font-weight:600;margin:0 0 20px;color:#18181b`,
  text: `${TEXT};margin:0 0 16px`,
  table: "margin:8px 0 20px",
  label: `${CELL};padding-right:16px`,
  amount: `${CELL};white-space:nowrap`,
  total: `${TEXT};padding:10px 16px 10px 0;font-weight:600;color:#18181b`,
  totalAmount: `${TEXT};padding:10px 0;font-weight:600;white-space:nowrap;color:#18181b`,
  fact: `${CELL};padding-right:16px;color:#71717a`,
  value: `${CELL};word-break:break-word`,
  title: `${TEXT};font-weight:600;margin:0 0 8px;color:#18181b`,
  list: `${TEXT};margin:0 0 20px;padding:0 0 0 22px`,
  item: "margin:0 0 4px",
  quote: `${TEXT};margin:0 0 20px;padding:4px 0 4px 14px;border-left:3px solid #d4d4d8;word-break:break-word`,
  button: "background:#18181b;border-radius:8px",
  link: `${FONT};display:inline-block;padding:12px 20px;font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none`,
  footer: `${FONT};max-width:560px;font-size:13px;line-height:20px;margin:20px 0 0;color:#71717a`,
}

/** Where a mail client does keep a style sheet, it is for readers in the dark. */
export const THEME = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#18181b!important;color:#e4e4e7!important}
.card{background:#27272a!important}
.strong{color:#fafafa!important}
.quiet{color:#a1a1aa!important}
.line{border-color:#3f3f46!important}
.quote{border-color:#52525b!important}
.button{background:#fafafa!important}
.button-text{color:#18181b!important}
}`
