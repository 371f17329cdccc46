/**
 * Where the middle of some numbers lies, and how far they spread.
 *
 * @typedef {{ median: number, q1: number, q3: number }} Spread
 */

/**
 * Median and quartiles, between two numbers where one falls between them.
 *
 * @param {readonly number[]} values - In any order, at least one.
 * @returns {Spread}
 * @throws {RangeError} Where there is none.
 */
export function summarise(values) {
  if (values.length === 0) throw new RangeError('There is nothing to summarise.');
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const [low = NaN, high = low] = sorted.slice(below, below + 2);
    return round(low + (high - low) * (place - below));
  };
  return { median: at(0.5), q1: at(0.25), q3: at(0.75) };
}

/**
 * Summarises each field of some records of numbers.
 *
 * @template {string} Name
 * @param {readonly Record<Name, number>[]} records
 * @returns {Record<Name, Spread>}
 */
export function summariseEach(records) {
  const names = /** @type {Name[]} */ (Object.keys(records[0] ?? {}));
  return /** @type {Record<Name, Spread>} */ (
    Object.fromEntries(names.map((name) => [name, summarise(records.map((record) => record[name]))]))
  );
}

/** Three digits behind the point are more than any clock here is true to. @param {number} value */
function round(value) {
  return Math.round(value * 1000) / 1000;
}
