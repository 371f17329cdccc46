import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules } from './importRules.js';

/** A broken import rule: which, and where. */
export type ImportViolation = { readonly rule: string; readonly from: string; readonly to: string };

/** Follows every import below `src` of a project, types included, and holds it against {@link importRules}. */
export async function findImportViolations(projectFolder: string): Promise<ImportViolation[]> {
  const { output } = await cruise(['src'], {
    baseDir: projectFolder,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: [...importRules] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
    outputType: 'json',
  });
  const result = JSON.parse(output as string) as ICruiseResult;
  if (result.summary.totalCruised === 0) throw new Error(`Nothing to check below ${projectFolder}/src`);
  return result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
