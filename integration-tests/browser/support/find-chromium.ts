import { execFileSync } from "node:child_process"
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  writeFileSync,
} from "node:fs"
import { delimiter, join } from "node:path"
import { PACKAGE_FOLDER } from "../../../scripts/demo/paths"

/** A browser on this machine, and what must be set for it. */
export type ChromiumProgram = {
  executablePath: string
  env: Record<string, string>
}

/**
 * Finds an installed Chromium or Chrome, else unpacks the one that npm
 * installed (`@sparticuz/chromium`, Linux on x64). Nothing is downloaded.
 */
export function findChromium(): ChromiumProgram {
  const executablePath = installedPrograms().find(isExecutable)
  return executablePath ? { executablePath, env: {} } : unpackChromium()
}

function installedPrograms(): string[] {
  if (process.platform === "darwin") {
    return [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]
  }
  if (process.platform === "win32") {
    return [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"]]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, "Google/Chrome/Application/chrome.exe"))
  }
  const names = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
  ]
  const folders = (process.env.PATH ?? "").split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function unpackChromium(): ChromiumProgram {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "The browser tests found no Chromium and no Chrome. Install one of them."
    )
  }
  const folder = join(PACKAGE_FOLDER, ".cache/chromium-147")
  const fonts = join(folder, "fonts.conf")
  if (!existsSync(fonts)) {
    mkdirSync(folder, { recursive: true })
    unpackInto(folder)
    // Written last, so it also says that the folder is complete.
    writeFileSync(fonts, fontConfiguration(folder))
  }
  return {
    executablePath: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_FILE: fonts,
    },
  }
}

function unpackInto(folder: string): void {
  const script = `require("@sparticuz/chromium").executablePath()`
  execFileSync(process.execPath, ["-e", script], {
    cwd: PACKAGE_FOLDER,
    env: {
      ...process.env,
      // The package unpacks into the folder for temporary files, and only
      // where it believes to run on AWS Lambda also the shared libraries that
      // a machine without a desktop lacks.
      TMPDIR: folder,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
    },
  })
}

/** Chromium ends with an error when it finds no font at all. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}
