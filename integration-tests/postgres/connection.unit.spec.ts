import { databaseUrl, parseDatabaseUrl } from "./connection"

describe("the URL of a PostgreSQL server", () => {
  it("is read with every part", () => {
    expect(
      parseDatabaseUrl("postgres://ann:p%40ss@db.example.com:5433/shop")
    ).toEqual({
      host: "db.example.com",
      port: 5433,
      user: "ann",
      password: "p@ss",
      database: "shop",
    })
  })

  it("has PostgreSQL's own defaults for what is left out", () => {
    expect(parseDatabaseUrl("postgres://ann@localhost")).toMatchObject({
      port: 5432,
      password: "",
      database: "postgres",
    })
  })

  it.each(["127.0.0.1", "[::1]"])(
    "spells the loopback address %s as localhost, or Medusa would ask for TLS",
    (host) => {
      const { host: spelt } = parseDatabaseUrl(`postgres://ann@${host}:1/a`)
      expect(spelt).toBe("localhost")
    }
  )

  it("is written back with another database", () => {
    const server = parseDatabaseUrl("postgres://ann:p%40ss@localhost:5433/shop")
    expect(databaseUrl(server, "demo")).toBe(
      "postgres://ann:p%40ss@localhost:5433/demo"
    )
  })
})
