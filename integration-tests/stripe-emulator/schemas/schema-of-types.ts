import ts from "typescript"
import { join } from "node:path"

export type JsonSchema = Record<string, unknown>

/** Stripe's client puts these on objects; they are not on the wire. */
const NOT_ON_THE_WIRE =
  /^(lastResponse|autoPagingEach|autoPagingToArray|then|catch|finally|next|return|__@.*)$/

/**
 * JSON Schemas (2020-12) of resources by their object's name, made from the declarations of the
 * installed `stripe` package. Unknown fields are errors, so that an invented
 * one is found; enums stay open, as they are declared.
 */
export function schemaOfTypes(resources: Record<string, string>): JsonSchema {
  const file = join(__dirname, "resources.virtual.ts")
  const source = [
    `import Stripe from "stripe"`,
    ...Object.entries(resources).map(
      ([object, type]) => `export type ${object} = Stripe.${type}`
    ),
  ].join("\n")
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  const virtual = ts.createSourceFile(
    file,
    source,
    ts.ScriptTarget.ES2022,
    true
  )
  host.fileExists = (name) => name === file || fileExists(name)
  host.getSourceFile = (name, ...rest) =>
    name === file ? virtual : getSourceFile(name, ...rest)
  const program = ts.createProgram([file], options, host)
  const converter = new TypeConverter(program.getTypeChecker(), virtual)
  const roots = virtual.statements
    .filter(ts.isTypeAliasDeclaration)
    .map((alias) => [alias.name.text, converter.rootOf(alias)] as const)
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "stripe-resources",
    $defs: { ...converter.definitions, ...Object.fromEntries(roots) },
  }
}

class TypeConverter {
  readonly definitions: Record<string, JsonSchema> = {}
  private readonly names = new Map<ts.Type, string>()

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly file: ts.SourceFile
  ) {}

  rootOf(alias: ts.TypeAliasDeclaration): JsonSchema {
    return this.convert(this.checker.getTypeAtLocation(alias.name))
  }

  private convert(type: ts.Type): JsonSchema {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
      return {}
    }
    if (type.flags & ts.TypeFlags.Null) {
      return { type: "null" }
    }
    if (type.isStringLiteral() || type.isNumberLiteral()) {
      return { const: type.value }
    }
    if (type.flags & ts.TypeFlags.BooleanLike) {
      return { type: "boolean" }
    }
    if (type.flags & ts.TypeFlags.StringLike) {
      return { type: "string" }
    }
    if (type.flags & ts.TypeFlags.NumberLike) {
      return { type: "number" }
    }
    if (type.isUnion()) {
      return {
        anyOf: type.types
          .filter((part) => !(part.flags & ts.TypeFlags.Undefined))
          .map((part) => this.convert(part)),
      }
    }
    if (this.checker.isArrayType(type)) {
      const [items] = this.checker.getTypeArguments(type as ts.TypeReference)
      return { type: "array", items: items ? this.convert(items) : {} }
    }
    return this.convertObject(type)
  }

  private convertObject(type: ts.Type): JsonSchema {
    // `string & {}` is how the package writes an open enum.
    if (
      type.isIntersection() &&
      type.types.some((part) => part.flags & ts.TypeFlags.String)
    ) {
      return { type: "string" }
    }
    const known = this.names.get(type)
    if (known) {
      return { $ref: `#/$defs/${known}` }
    }
    const name = `${type.getSymbol()?.name ?? "object"}_${this.names.size}`
    this.names.set(type, name)
    const properties: Record<string, JsonSchema> = {}
    const required: string[] = []
    for (const property of this.checker.getPropertiesOfType(type)) {
      const valueType = this.checker.getTypeOfSymbolAtLocation(
        property,
        this.file
      )
      if (
        NOT_ON_THE_WIRE.test(property.name) ||
        valueType.getCallSignatures().length
      ) {
        continue
      }
      properties[property.name] = this.convert(valueType)
      if (!(property.flags & ts.SymbolFlags.Optional)) {
        required.push(property.name)
      }
    }
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String)
    this.definitions[name] = {
      type: "object",
      properties,
      required,
      additionalProperties: index ? this.convert(index.type) : false,
    }
    return { $ref: `#/$defs/${name}` }
  }
}
