import { defineMiddlewares } from "@medusajs/framework/http"
import { refundErrorHandler } from "../../../../src/api"

/** A store that refunds from routes of its own. */
export default defineMiddlewares({ errorHandler: refundErrorHandler() })
