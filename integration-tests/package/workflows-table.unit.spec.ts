import * as workflows from "../../src/workflows"
import { readDocument } from "./documents"

describe("docs/workflows.md", () => {
  it("lists every workflow and step that the package exports, with its id", () => {
    const exported = new Map<string, unknown>(Object.entries(workflows))
    const expected = [...exported.keys()]
      .filter((name) => /(Step|Workflow)$/.test(name))
      .map((name) => `${name} ${String(exported.get(`${name}Id`))}`)
    const listed = [
      ...readDocument("docs/workflows.md").matchAll(
        /^\| `(\w+(?:Step|Workflow))` *\| `([a-z-]+)` *\|/gm
      ),
    ].map(([, name, id]) => `${name} ${id}`)
    expect(listed.sort()).toEqual(expected.sort())
  })
})
