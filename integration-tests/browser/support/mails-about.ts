import type { PlacedOrder } from "../../demo/seed/orders"
import type { DemoStore } from "./demo-store"

/** The subjects of all mails about an order, oldest first, as the mailbox shows them. */
export async function mailsAbout(
  { mailboxUrl }: DemoStore,
  { display_id }: PlacedOrder
): Promise<string[]> {
  const page = await (await fetch(mailboxUrl)).text()
  return [...page.matchAll(/<details>(.*?)<\/details>/gs)]
    .map(([, mail = ""]) => mail)
    .filter((mail) => new RegExp(`#${display_id}\\b`).test(mail))
    .map((mail) => /<strong>(.*?)<\/strong>/s.exec(mail)?.[1] ?? "")
    .reverse()
}
