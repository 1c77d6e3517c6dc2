import { DEMO_ADDRESS_PREFIX, identityCheck } from '../../src/shared/identity-number.ts';

let counter = 0;

/** A valid identity number of nobody (prefix 1199), different at every call of one process. */
export function demoNumber(bornOn: string, sex: '男' | '女'): string {
  counter += 1;
  const sequence = (counter % 500) * 2 + (sex === '男' ? 1 : 0);
  const place = String(Math.floor(counter / 500) % 100).padStart(2, '0');
  const digits = `${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  const first17 = `${DEMO_ADDRESS_PREFIX}${place}${digits}`;
  return first17 + identityCheck(first17);
}
