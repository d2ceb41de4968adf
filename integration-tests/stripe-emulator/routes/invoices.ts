import { list } from "../lists"
import {
  createCreditNote,
  retrieveCreditNote,
  voidCreditNote,
} from "../resources/credit-notes"
import {
  addInvoiceItem,
  createInvoice,
  finalizeInvoice,
  payInvoice,
  retrieveInvoice,
} from "../resources/invoices"
import type { Route } from "./route"

export const INVOICE_ROUTES: Route[] = [
  [
    "POST",
    "/v1/invoices",
    ({ state, params, emit }) => createInvoice(state, params, emit),
  ],
  [
    "GET",
    "/v1/invoices",
    ({ state, params }) =>
      list(Object.values(state.data.invoices), params, {
        url: "/v1/invoices",
        kind: "invoice",
        filters: ["customer", "status"],
      }),
  ],
  ["GET", "/v1/invoices/:id", ({ state, id }) => retrieveInvoice(state, id)],
  [
    "POST",
    "/v1/invoices/:id/finalize",
    ({ state, id, emit }) => finalizeInvoice(state, id, emit),
  ],
  [
    "POST",
    "/v1/invoices/:id/pay",
    ({ state, id, params, emit }) => payInvoice(state, id, params, emit),
  ],
  [
    "POST",
    "/v1/invoiceitems",
    ({ state, params }) => addInvoiceItem(state, params),
  ],
  [
    "POST",
    "/v1/credit_notes",
    ({ state, params, emit }) => createCreditNote(state, params, emit),
  ],
  [
    "GET",
    "/v1/credit_notes",
    ({ state, params }) =>
      list(Object.values(state.data.creditNotes), params, {
        url: "/v1/credit_notes",
        kind: "credit_note",
        filters: ["customer", "invoice"],
      }),
  ],
  [
    "GET",
    "/v1/credit_notes/:id",
    ({ state, id }) => retrieveCreditNote(state, id),
  ],
  [
    "POST",
    "/v1/credit_notes/:id/void",
    ({ state, id, emit }) => voidCreditNote(state, id, emit),
  ],
]
