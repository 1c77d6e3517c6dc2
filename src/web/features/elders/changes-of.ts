import type { ElderRecord } from '#contracts/elders/record.ts';
import type { Elder } from '#contracts/elders.ts';
import type { FormValues } from '../../ui/form-state.ts';
import { disabilitiesOf } from './person-fields.tsx';

const SEALED = ['identityNumber', 'phone', 'door', 'note'] as const;

/** The given fields of a record as a form holds them. */
export function initialOf({ elder }: ElderRecord, clear: readonly (keyof Elder)[]): FormValues {
  const values = Object.fromEntries(clear.map(field => [field, elder[field] ?? '']));
  const disabilities = Object.fromEntries(
    elder.disabilities.map((d, i) => [i, { kind: d.kind, grade: String(d.grade) }]),
  );
  const hukouAreaCode = elder.hukouAreaCode === elder.areaCode ? '' : elder.hukouAreaCode;
  return { ...values, hukouAreaCode, disabilities };
}

/** Only what differs from what was read is sent, so that two people's edits of different fields meet. */
export function changesOf(
  before: FormValues,
  now: FormValues,
  of: { elder: Elder; clear: readonly (keyof Elder)[] },
): FormValues {
  const changes: FormValues = {};
  for (const field of of.clear) {
    if (JSON.stringify(before[field]) === JSON.stringify(now[field])) continue;
    changes[field] = now[field] === '' || now[field] === undefined ? null : now[field];
  }
  if ('hukouAreaCode' in changes) changes.hukouAreaCode ??= of.elder.areaCode;
  if (JSON.stringify(before.disabilities) !== JSON.stringify(now.disabilities)) {
    changes.disabilities = disabilitiesOf(now.disabilities);
  }
  for (const field of SEALED) if (now[field]) changes[field] = now[field];
  return changes;
}
