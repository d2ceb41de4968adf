// Booting a store or a browser takes seconds, on a busy machine tens of them.
jest.setTimeout(120_000)
