import { defineMiddlewares, errorHandler } from "@medusajs/framework/http"

const answerAsMedusaDoes = errorHandler()

/** A store that reports every error, and leaves the answer to Medusa. */
export default defineMiddlewares({
  errorHandler: (error, req, res, next) => {
    res.setHeader("x-reported", String(error.type))
    answerAsMedusaDoes(error, req, res, next)
  },
})
