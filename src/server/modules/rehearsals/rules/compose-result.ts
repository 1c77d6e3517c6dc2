import type { Draft } from '#contracts/rehearsals/draft.ts';
import type { RehearsalResult } from '#contracts/rehearsals/result.ts';
import { areaName } from '#modules/areas/index.ts';
import { bedValues } from './assumptions.ts';
import { sharesOf, yearsOf } from './bed-change.ts';
import { bedSentences, type PlaceSum } from './bed-sentences.ts';
import { changeLines } from './change-lines.ts';
import { assumptionsOf, cliffsOf, monthLines, payerSums } from './compose.ts';
import type { ResultRows } from './result-rows.ts';
import { sentencesOf } from './sentences.ts';

type Given = {
  draft: Draft;
  rows: ResultRows;
  people: number;
  problems: number;
  changedPeople: number;
  /** 补床头 → 补人头 only: the institutions that the figures are made of. */
  places: readonly PlaceSum[];
};
type Composed = Omit<RehearsalResult, 'ranAt' | 'lawMark' | 'registerMark' | 'resultMark' | 'stale'>;

/** A result as it is told: sentences first, then the tables they rest on. */
export function composeResult({ draft, rows, people, problems, changedPeople, places }: Given): Composed {
  const months = monthLines(rows);
  const cliffs = cliffsOf(rows);
  const payers = payerSums(rows).map(({ payer, ...sum }) => ({ areaCode: payer, areaName: areaName(payer), ...sum }));
  if (draft.kind === 'beds') {
    const years = yearsOf(places, sharesOf(draft, bedValues(draft.changes)));
    const beds = { month: places[0]?.month ?? null, unplaced: problems, years };
    const sentences = bedSentences({ change: beds, places, people });
    const told = { people, problems, changedPeople, sentences, months, payers, cliffs };
    return { ...told, beds, assumptions: BED_ASSUMPTIONS };
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
    beds: null,
    assumptions: assumptionsOf(rows, draft),
  };
}

const BED_ASSUMPTIONS: RehearsalResult['assumptions'] = [
  {
    label: '各档金额',
    value: '没有查到正式文件：草案里填的，没填的用区里设置的，再没有的用样例的',
    confidence: 'uncertain',
  },
  { label: '过渡几年、每年各发百分之几', value: '没有文件，按草案里填的', confidence: 'designDefault' },
  { label: '床位', value: '在营的养老机构、养老照料中心登记的床位，不管住没住人', confidence: 'designDefault' },
  {
    label: '入住老年人',
    value: '机构登记的上个月的入住；满15天按一个月计，不满的不计',
    confidence: 'found second-hand',
  },
  { label: '同一月在两家都住满的', value: '计在已核算的一家，没有核算的计在住得久的一家', confidence: 'designDefault' },
  { label: '以后的月份', value: '人、床位和能力等级都和这个月一样', confidence: 'designDefault' },
];
