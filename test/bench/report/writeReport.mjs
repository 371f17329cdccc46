import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { resultsFile } from '../results.mjs';
import { renderChart } from './renderChart.mjs';
import { renderTables } from './renderTables.mjs';
import { replaceBetweenMarkers } from './replaceBetweenMarkers.mjs';

const readmeFile = new URL('../../../README.md', import.meta.url);

/**
 * Writes `results.json`, the chart and the README's tables.
 *
 * @param {import('../results.mjs').Results} results
 */
export async function writeReport(results) {
  const readme = replaceBetweenMarkers(readFileSync(readmeFile, 'utf8'), renderTables(results));
  writeFileSync(readmeFile, await inHouseStyle(readme, 'markdown'));
  writeFileSync(resultsFile, await inHouseStyle(JSON.stringify(results), 'json'));
  if (results.race) writeFileSync(new URL('../race.svg', import.meta.url), renderChart(results.race));
}

/**
 * As `npm run format` would leave it.
 *
 * @param {string} text
 * @param {'markdown' | 'json'} parser
 */
export async function inHouseStyle(text, parser) {
  return format(text, { ...(await resolveConfig(readmeFile)), parser });
}
