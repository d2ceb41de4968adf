/** Longer notes are found by their beginning: PostgreSQL limits what one can hold. */
const INDEXED = 5000

/** The words of a refund's note, without the grammar of any language. */
export const noteWords = (note: string): string =>
  `to_tsvector('simple', left(${note}, ${INDEXED}))`

export const NOTE_WORDS_INDEX = "IDX_refunds_order_refund_note_words"

/**
 * For `q` of a list: an index of an expression, which a model cannot describe.
 * PostgreSQL finds parts of words only with an extension (pg_trgm) that not every
 * database lets a store install.
 */
export const NOTE_WORDS = `create index "${NOTE_WORDS_INDEX}" on "refunds_order_refund" using gin (${noteWords("note")}) where deleted_at is null;`
