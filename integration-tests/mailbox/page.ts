import { html, type Html } from "../../src/domain/messages/html"
import type { Mail } from "./mailbox"

const STYLE = `:root{color-scheme:light dark}
body{margin:0 auto;max-width:52rem;padding:2rem 1rem 4rem;font:15px/1.5 system-ui,sans-serif;background:light-dark(#f6f7f9,#141618)}
h1{font-size:1.4rem;margin:0}
p.lead{color:light-dark(#5b6470,#9aa3ad);margin:.25rem 0 1.5rem}
details{background:light-dark(#fff,#1d2024);border:1px solid light-dark(#e3e6ea,#33373d);border-radius:.6rem;margin-bottom:1rem}
summary{cursor:pointer;padding:.8rem 1.1rem}
summary small{display:block;color:light-dark(#5b6470,#9aa3ad)}
iframe{display:block;width:100%;height:42rem;border:0;border-top:1px solid light-dark(#e3e6ea,#33373d)}`

/** The page is read again when something has come; what is open stays open. */
const SCRIPT = `const known = document.querySelectorAll("details").length
setInterval(async () => {
  const count = Number(await (await fetch("/count")).text())
  if (count !== known && !document.querySelector("details[open]")) location.reload()
}, 1000)`

/** The mailbox as a page, newest first. A mail is shown in a frame that runs nothing. */
export const mailboxPage = (mails: readonly Mail[]): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>Mailbox (test data)</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Mailbox</h1>
<p class="lead">What the store has sent to customers since it was started. No mail leaves this machine.</p>
${mails.length ? "" : "<p>Nothing yet.</p>"}
${[...mails]
  .reverse()
  .map((mail) => mailOf(mail).html)
  .join("\n")}
<script>${SCRIPT}</script>
</body>
</html>
`

const mailOf = ({ subject, to, at, html: body }: Mail): Html =>
  html`<details>
    <summary><strong>${subject}</strong><small>${to}, ${at}</small></summary>
    <iframe sandbox="" title="${subject}" srcdoc="${body}"></iframe>
  </details>`
