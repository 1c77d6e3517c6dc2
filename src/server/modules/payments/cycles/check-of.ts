import type { RecipientCheck } from '#contracts/payments/cycle-nouns.ts';
import { areaName } from '#modules/areas/index.ts';
import type { CheckRecord } from '../db/checks.ts';

export const checkOf = (row: CheckRecord): RecipientCheck => ({
  ...{ id: row.check_id, elderId: row.elder_id, elderName: row.elder_name, areaName: areaName(row.area_code) },
  ...{ amountFen: row.amount_fen, draw: row.draw, status: row.status, note: row.note, answeredBy: row.answered_by },
});
