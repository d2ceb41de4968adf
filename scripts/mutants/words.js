/** What people read. A test that compared it would only say it again. */
const FOR_PEOPLE = ["message", "advice", "meaning"]

const isText = (path) => path.isStringLiteral() || path.isTemplateLiteral()

/** `{ message: "..." }` */
const isSaid = (path) =>
  path.isObjectProperty() && FOR_PEOPLE.includes(path.node.key.name)

/** `refuse(code, "...")` and `new RangeError("...")` */
const isSentence = ({ node, parent }) =>
  parent.type === "CallExpression"
    ? parent.callee.name === "refuse" && parent.arguments[1] === node
    : parent.type === "NewExpression" && parent.callee.name === "RangeError"

/** Leaves sentences alone, and no other text: codes, kinds and ids are rules. */
exports.strykerPlugins = [
  {
    kind: "Ignore",
    name: "words",
    value: {
      shouldIgnore: (path) =>
        isText(path) && (isSentence(path) || path.findParent(isSaid))
          ? "words for people"
          : undefined,
    },
  },
]
