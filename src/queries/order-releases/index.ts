export { listOrderReleases } from "./list-order-releases"
export { readReleaseTrail } from "./read-release-trail"
export { previewOrderRelease } from "./preview-order-release"
export { retrieveOrderRelease } from "./retrieve-order-release"
