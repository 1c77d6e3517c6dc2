import { SCHEME_LABELS, SCHEMES, type Scheme } from '#contracts/benefits/schemes.ts';
import type { Confidence } from '#contracts/confidence.ts';
import { definitions } from '../law/definitions.ts';
import type { Parameter, SchemeFile } from './read-scheme-file.ts';

/** How the three monthly allowances stand in the overview; their law stays in its own shape (law/definitions.ts). */
const ABOUT: Record<Scheme, { who: string; show: string[] }> = {
  hardship: { who: '60 周岁以上、本市户籍，低保、低收入或者计划生育特殊家庭的人', show: ['tiers'] },
  care: { who: '60 周岁以上、本市户籍的重度失能和规定等级的残疾老年人', show: ['tiers'] },
  advancedAge: { who: '80 周岁及以上、本市户籍的老年人', show: ['tiers'] },
};
const HOW = '向户籍所在街道（乡镇）申请，哪个街道的窗口都能收；评为重度失能的不用申请';

type Written = Omit<Parameter, 'values' | 'district'> & {
  values: { from: string; to: string | null; value: unknown; confidence: Confidence }[];
};

const files = new Map<Scheme, SchemeFile>();

/** The data of one of the three in the shape of a scheme's folder, with the rules that they share. */
export function allowanceFile(scheme: Scheme): SchemeFile {
  const known = files.get(scheme);
  if (known) return known;
  const from = definitions();
  const parameters = { ...from[scheme].parameters, ...from.measure.parameters } as Record<string, Written>;
  const file = { scheme, nameZh: SCHEME_LABELS[scheme], how: HOW, ...ABOUT[scheme], parameters, reasons: {} };
  files.set(scheme, file);
  return file;
}

export const allowances = (): SchemeFile[] => SCHEMES.map(allowanceFile);
