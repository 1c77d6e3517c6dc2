import type { NewElder } from '#modules/elders/index.ts';
import { type FileRow, insertFiles, type MeasureRow } from '#modules/household-files/index.ts';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import type { HistoryContext } from '../history-rows.ts';

const DOES = [
  ['contact', '社区党员结对，每周上门看一次'],
  ['home', '卫生间装扶手，换防滑垫'],
  ['health', '联系社区医院上门量血压、配药'],
  ['care', '驿站每周助洁一次'],
] as const;
const STATES = ['doing', 'done', 'planned'] as const;

/** Households in hardship of one community: four of five have somebody responsible, three of five a measure. */
export async function loadHouseholdFiles(h: HistoryContext, people: readonly NewElder[]): Promise<number> {
  const { client, today, now } = h.ctx;
  const poor = [...new Map(people.filter(p => p.economicClass !== 'none').map(p => [p.householdId, p])).values()];
  const made = { responsible_account: null, set_by: '社区工作者', set_at: now };
  const files = poor.flatMap((p, i): FileRow[] => {
    if (i % 5 === 4) return [];
    const who = { responsible_name: ['孙建国', '李红', '周芳'][i % 3] ?? '', responsible_unit: '社区居委会，网格员' };
    return [{ household_id: p.householdId, area_code: p.areaCode, ...who, ...made }];
  });
  const measures = poor.flatMap((p, i): MeasureRow[] => {
    const [kind, what] = DOES[i % DOES.length] ?? DOES[0];
    if (i % 5 > 2) return [];
    const status = STATES[i % STATES.length] ?? 'doing';
    const stepped = status === 'planned' ? null : '社区工作者';
    return [
      {
        ...{ elder_id: p.elderId, measure_id: newId(), area_code: p.areaCode, elder_name: p.name, kind, what, status },
        ...{
          due_on: addDays(today, 5 + (i % 40)),
          source: 'entered',
          note: stepped && '已经上门',
          made_by: '社区工作者',
          made_at: now,
        },
        ...{ stepped_by: stepped, stepped_at: stepped && now },
      },
    ];
  });
  await insertFiles(client, { files, measures });
  return files.length + measures.length;
}
