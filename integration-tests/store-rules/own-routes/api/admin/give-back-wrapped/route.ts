import { refundRoute } from "../../../../../../src/api"
import { POST as giveBack } from "../give-back/route"

export const POST = refundRoute(giveBack)
