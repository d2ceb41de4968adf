import { pagingSchema } from "../../utils/paging"

/** Query of `GET /store/refunds`. */
export const listStoreRefundsSchema = pagingSchema.omit({ fields: true })
