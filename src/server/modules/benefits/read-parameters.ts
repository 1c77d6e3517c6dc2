import type { Confidence } from '#contracts/assessments/scales.ts';
import type { ParameterLine } from '#contracts/benefits/records.ts';
import { SCHEMES } from '#contracts/benefits/schemes.ts';
import type { Context } from '#platform/http/context.ts';
import { monthOrToday } from './explain-benefits.ts';
import { definitions } from './law/definitions.ts';

type Written = {
  label: string;
  unit: string;
  document: string;
  clause: string;
  values: { from: string; to: string | null; value: unknown; confidence: Confidence }[];
};

/** Every parameter in force on the first day of a month, with where it is written and how sure we are of it. */
export function readParameters(ctx: Context, asked?: string): { month: string; rows: ParameterLine[] } {
  const month = monthOrToday(ctx.today, asked);
  const from = definitions();
  const day = `${month}-01`;
  const rows: ParameterLine[] = [];
  for (const set of [from.measure, ...SCHEMES.map(scheme => from[scheme])]) {
    for (const [key, parameter] of Object.entries(set.parameters as Record<string, Written>)) {
      const current = parameter.values.find(each => each.from <= day && (each.to === null || day <= each.to));
      if (!current) continue;
      const source = from.sources.get(parameter.document);
      rows.push({
        ...{ id: `${set.scheme}.${key}`, scheme: set.scheme, schemeName: set.nameZh },
        ...{ label: parameter.label, unit: parameter.unit, clause: parameter.clause },
        documentNumber: source?.number ?? parameter.document,
        documentTitle: source?.title ?? parameter.document,
        url: source?.url ?? null,
        ...{ value: current.value, from: current.from, to: current.to, confidence: current.confidence },
      });
    }
  }
  return { month, rows };
}
