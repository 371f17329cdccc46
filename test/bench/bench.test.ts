import { readFileSync } from 'node:fs';
import { parseAst } from 'rollup/parseAst';
import { describe, expect, it } from 'vitest';
import { FLOOR_BYTES, buildFloor } from './race/buildFloor.mjs';
import { brotli } from './brotli.mjs';
import { renderChart } from './report/renderChart.mjs';
import { renderTables } from './report/renderTables.mjs';
import { replaceBetweenMarkers } from './report/replaceBetweenMarkers.mjs';
import { inHouseStyle } from './report/writeReport.mjs';
import { readResults } from './results.mjs';
import { findLimit } from './sandbox/findLimit.mjs';
import { summarise, summariseEach } from './summarise.mjs';
import { findLongTasks } from './work/collectLongTasks.mjs';

describe('summarise', () => {
  it.each([
    [[7], { median: 7, q1: 7, q3: 7 }],
    [[3, 1], { median: 2, q1: 1.5, q3: 2.5 }],
    [[10, 9, 2, 33, 4], { median: 9, q1: 4, q3: 10 }],
    // Not in the order of texts, where 100 comes before 20.
    [[100, 20, 3, 40], { median: 30, q1: 15.75, q3: 55 }],
  ])('of %j', (values, wanted) => {
    expect(summarise(values)).toEqual(wanted);
  });

  it('says that there is nothing to say of nothing', () => {
    expect(() => summarise([])).toThrow(RangeError);
  });

  it('takes each field by itself', () => {
    const { a, b } = summariseEach([
      { a: 1, b: 30 },
      { a: 3, b: 10 },
    ]);
    expect([a.median, b.median]).toEqual([2, 20]);
  });
});

describe('findLimit', () => {
  const machine = (limit: number) => (rate: number) =>
    Promise.resolve({ rate, p99: rate <= limit ? 5 : 500, kept: rate <= limit });

  it('comes within a tenth of what a machine can do', async () => {
    const { best, failed } = await findLimit({ start: 50, most: 20, tryRate: machine(730) });
    expect(best?.rate).toBeLessThanOrEqual(730);
    expect(failed?.rate).toBeGreaterThan(730);
    expect(failed!.rate - best!.rate).toBeLessThanOrEqual(failed!.rate / 10);
  });

  it('ends where nothing is ever too much, and where everything is', async () => {
    const endless = await findLimit({ start: 50, most: 6, tryRate: machine(Infinity) });
    expect([endless.steps.length, endless.failed]).toEqual([6, undefined]);
    const hopeless = await findLimit({ start: 50, most: 6, tryRate: machine(0) });
    expect(hopeless.best).toBeUndefined();
    expect(hopeless.failed?.rate).toBeLessThan(10);
  });
});

describe('findLongTasks', () => {
  const event = (name: string, ts: number, dur: number, more: object = {}) => ({
    ...{ name, ts: ts * 1000, dur: dur * 1000, ph: 'X', pid: 1, tid: 1 },
    ...more,
  });
  const script = event('EvaluateScript', 10, 40, { args: { data: { url: 'http://page/a.js' } } });

  it('tells what took the time of a task over 50 ms, outermost parts only', () => {
    const events = [
      event('RunTask', 5, 80),
      script,
      event('v8.compile', 12, 10),
      event('Layout', 60, 20),
      event('RunTask', 100, 49),
    ];
    expect(findLongTasks(events, 'http://page')).toEqual([
      {
        ms: 80,
        of: [
          { what: 'EvaluateScript', ms: 40 },
          { what: 'Layout', ms: 20 },
        ],
      },
    ]);
  });

  it('looks at the page’s own thread, and only until its picker is usable', () => {
    const events = [
      script,
      event('RunTask', 5, 60, { tid: 2 }),
      event('bench-usable', 200, 0, { ph: 'R' }),
      event('RunTask', 300, 60),
    ];
    expect(findLongTasks(events, 'http://page')).toEqual([]);
  });
});

describe('the floor', () => {
  it('weighs one TCP window, and is a whole script', async () => {
    const script = await buildFloor();
    // Node versions carry slightly different brotli encoders; the last bytes are chosen by this one.
    expect(FLOOR_BYTES - brotli(script).length).toBeLessThanOrEqual(8);
    expect(brotli(script).length).toBeLessThanOrEqual(FLOOR_BYTES);
    expect(() => parseAst(script)).not.toThrow();
  }, 300_000);
});

describe('the report', () => {
  const results = readResults();

  it('in the README is what the results say', async () => {
    const readme = readFileSync('README.md', 'utf8');
    const written = await inHouseStyle(replaceBetweenMarkers(readme, renderTables(results)), 'markdown');
    expect(readme).toBe(written);
  });

  it('as a chart is what the results say', () => {
    expect(readFileSync('test/bench/race.svg', 'utf8')).toBe(renderChart(results.race!));
  });

  it('is of enough runs, of every part', () => {
    expect(results.race?.runs).toBeGreaterThanOrEqual(11);
    expect(results.work?.runs).toBeGreaterThanOrEqual(5);
    expect(results.sandbox?.sessions).toBeGreaterThanOrEqual(100_000);
  });

  it('would show a figure that was changed by hand', () => {
    const changed = structuredClone(results);
    changed.race!.profiles[0]!.lanes[0]!.figures.usable.median += 1000;
    expect(renderTables(changed)).not.toBe(renderTables(results));
  });

  it.each([
    ['no marker', 'a'],
    ['one end too many', '<!-- bench: written by npm run bench -- --write --><!-- /bench --><!-- /bench -->'],
  ])('wants its place in the README: %s', (_, readme) => {
    expect(() => replaceBetweenMarkers(readme, 'x')).toThrow('README.md wants');
  });
});
