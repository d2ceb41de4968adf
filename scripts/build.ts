import { buildPlugin, forgetBuild } from "./demo/build-plugin"

/** `npm run build`: what the published package consists of. */
async function main(): Promise<void> {
  forgetBuild()
  await buildPlugin()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
