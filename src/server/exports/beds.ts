import { BED_EFFECT_LABELS, listBedPlaces, listBedResidents } from '#contracts/rehearsals/beds.ts';
import { type Exported, saved } from '#platform/http/serve-export.ts';
import { ability, WIDE, yuan } from './cells.ts';

/** 补床头 → 补人头: institutions and their residents. */
export const BEDS: readonly Exported[] = [
  saved(
    listBedPlaces,
    {
      机构: row => row.facilityName,
      '社区（村）': row => row.areaName,
      床位: row => row.beds,
      入住: row => row.residents,
      计入: row => row.counted,
      没有有效评估: row => row.unassessed,
      '全按床位每月（元）': row => yuan(row.bedFen),
      ...Object.fromEntries(
        [0, 1, 2, 3].map(at => [
          `第${at + 1}年每月（元）`,
          (row: { yearFen: number[] }) => yuan(row.yearFen[at] ?? null),
        ]),
      ),
      '全按人头每月（元）': row => yuan(row.personFen),
      '相差（元）': row => yuan(row.personFen - row.bedFen),
      变多变少: row => BED_EFFECT_LABELS[row.effect],
    },
    WIDE,
  ),
  saved(
    listBedResidents,
    {
      老人: row => row.elderName,
      机构: row => row.facilityName,
      天数: row => row.days,
      能力: row => ability(row.abilityLevel),
      评估到期: row => row.validTo,
      计入: row => (row.counted ? '计入' : '没有计入'),
      为什么: row => row.because,
      '每月（元）': row => yuan(row.personFen),
    },
    { ...WIDE, 为什么: 40 },
  ),
];
