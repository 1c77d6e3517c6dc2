import { describe, expect, it } from 'vitest';
import { identityCheck, isDemoIdentityNumber, maskIdentityNumber, readIdentityNumber } from './identity-number.ts';
import { isDemoPhone, isMobileNumber, maskPhone, tidyPhone } from './phone.ts';

const today = '2025-06-20';

describe('公民身份号码', () => {
  // The first is the standard's own example; the others were computed by hand (06_codes_formats §6.1).
  it.each(['11010519491231002X', '110101194001010012', '110108193506150029', '110228192003010039'])('%s 有效', n => {
    expect(identityCheck(n)).toBe(n[17]);
    expect(readIdentityNumber(n, today)).not.toHaveProperty('because');
  });

  it('读出生日期和性别，容许空格和小写 x', () => {
    const facts = readIdentityNumber(' 110105 19491231 002x', today);
    expect(facts).toEqual({ bornOn: '1949-12-31', sex: '女', addressCode: '110105' });
  });

  it.each([
    ['110105194912310021', '校验'],
    ['11010519491331002X', '真实日期'],
    ['11010519490231002X', '真实日期'],
    ['11010520991231002X', '今天之后'],
    ['110105491231002', '15 位旧号码'],
    ['1101051949', '现在是 10 位'],
    ['11010519491231A02X', '应为数字'],
    ['01010519491231002X', '地址码'],
  ])('%s 说清原因', (n, because) => {
    expect(readIdentityNumber(n, today)).toEqual({ because: expect.stringContaining(because) });
  });

  it('遮盖中间', () => expect(maskIdentityNumber('11010519491231002X')).toBe('110*************2X'));
  it('演示号段不属于任何人', () => expect(isDemoIdentityNumber('119901194912310028')).toBe(true));
});

describe('电话', () => {
  it('整理与遮盖', () => {
    expect(tidyPhone('+86 154-0000 1234')).toBe('15400001234');
    expect(maskPhone('15400001234')).toBe('154****1234');
  });
  it('演示号码形式有效但从未分配', () => {
    expect(isMobileNumber('15400001234') && isDemoPhone('15400001234')).toBe(true);
    expect(isDemoPhone('13800001234')).toBe(false);
  });
});
