import type { Draft } from '#contracts/rehearsals/draft.ts';
import type { RehearsalResult } from '#contracts/rehearsals/result.ts';
import { areaName } from '#modules/areas/index.ts';
import { changeLines } from './change-lines.ts';
import { assumptionsOf, cliffsOf, monthLines, payerSums } from './compose.ts';
import type { ResultRows } from './result-rows.ts';
import { bedSentences, sentencesOf } from './sentences.ts';

type Given = { draft: Draft; rows: ResultRows; people: number; problems: number; changedPeople: number };
type Composed = Omit<RehearsalResult, 'ranAt' | 'lawMark' | 'registerMark' | 'resultMark' | 'stale'>;

/** A result as it is told: sentences first, then the tables they rest on. */
export function composeResult({ draft, rows, people, problems, changedPeople }: Given): Composed {
  const months = monthLines(rows);
  const cliffs = cliffsOf(rows);
  const payers = payerSums(rows).map(({ payer, ...sum }) => ({ areaCode: payer, areaName: areaName(payer), ...sum }));
  if (draft.kind === 'beds') {
    const first = rows.months.filter(each => each.month === draft.startsMonth);
    const sentences = bedSentences({
      ...{ months: draft.months, startsMonth: draft.startsMonth, people },
      beds: first.reduce((sum, each) => sum + (each.law === 'old' ? each.people : 0), 0),
      oldFen: payers.reduce((sum, each) => sum + each.oldFen, 0),
      newFen: payers.reduce((sum, each) => sum + each.newFen, 0),
      less: payers.filter(each => each.newFen < each.oldFen).length,
      more: payers.filter(each => each.newFen > each.oldFen).length,
    });
    return { people, problems, changedPeople, sentences, months, payers, cliffs, assumptions: BED_ASSUMPTIONS };
  }
  const hasChanges = changeLines(draft).length > 0;
  const sentences = sentencesOf({ draft, hasChanges, rows, lines: months, cliffs, problems });
  return {
    people,
    problems,
    changedPeople,
    sentences,
    months,
    payers,
    cliffs,
    assumptions: assumptionsOf(rows, draft),
  };
}

const BED_ASSUMPTIONS: RehearsalResult['assumptions'] = [
  { label: '各档金额', value: '没有查到正式文件，按草案里填的算', confidence: 'uncertain' },
  { label: '床位', value: '在营的养老机构、养老照料中心登记的床位，不管住没住人', confidence: 'designDefault' },
  { label: '入住老年人', value: '居住方式登记为住养老机构，或登记了入住机构的人', confidence: 'designDefault' },
  { label: '每个月', value: '都按满 15 天算整月，人数和床位不变', confidence: 'found second-hand' },
];
