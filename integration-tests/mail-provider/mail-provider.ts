import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { createTransport, type Transporter } from "nodemailer"

type Options = { host?: string; port: number; from: string }

/** What a test does between a mail server's answer and Medusa's note of it. */
type Moment = (when: "before" | "after") => Promise<void>
let moment: Moment | null = null

/** How a test steps in. It runs in the process of the test. */
export const mailProvider = {
  around: (what: Moment | null): void => {
    moment = what
  },
}

/** A notification provider that speaks SMTP: what a store's own could look like. */
export class MailProvider extends AbstractNotificationProviderService {
  static override identifier = "mail"
  private readonly transport: Transporter

  constructor(
    _container: Record<string, unknown>,
    private readonly options: Options
  ) {
    super()
    this.transport = createTransport({
      host: options.host ?? "127.0.0.1",
      port: options.port,
      secure: false,
      ignoreTLS: true,
    })
  }

  override async send({
    to,
    from,
    content,
    data,
  }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    await moment?.("before")
    const sent = await this.transport.sendMail({
      to,
      from: from ?? this.options.from,
      subject: content?.subject ?? "",
      text: content?.text ?? "",
      html: content?.html ?? "",
      // Mail programs show two copies of one message once.
      messageId: `<${String(data?.notice_id)}@refunds.example.com>`,
    })
    await moment?.("after")
    return { id: sent.messageId }
  }
}
