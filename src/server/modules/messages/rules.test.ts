import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHANNELS, DELIVERY_STATUSES } from '#contracts/messages.ts';
import { gather, gatheredMail, maskMail, maskPhone, notBefore, render } from './rules.ts';
import { TEMPLATES, type Template } from './templates.ts';

const shanghai = (text: string) => new Date(`${text}:00+08:00`).toISOString();
const plain = { urgent: false, lastSentOn: null };

describe('when a message may go out', () => {
  it('at once by day, at the next morning hour in quiet hours', () => {
    expect(notBefore(plain, shanghai('2025-06-20T15:00'))).toBe(shanghai('2025-06-20T15:00'));
    expect(notBefore(plain, shanghai('2025-06-20T21:00'))).toBe(shanghai('2025-06-21T08:30'));
    expect(notBefore(plain, shanghai('2025-06-20T07:59'))).toBe(shanghai('2025-06-20T08:30'));
    expect(notBefore(plain, shanghai('2025-06-20T08:00'))).toBe(shanghai('2025-06-20T08:00'));
  });
  it('the second one of a day waits for tomorrow, an urgent one for nothing', () => {
    const second = { urgent: false, lastSentOn: '2025-06-20' };
    expect(notBefore(second, shanghai('2025-06-20T15:00'))).toBe(shanghai('2025-06-21T08:30'));
    expect(notBefore(second, shanghai('2025-06-21T15:00'))).toBe(shanghai('2025-06-21T15:00'));
    const night = shanghai('2025-06-20T03:00');
    expect(notBefore({ ...second, urgent: true }, night)).toBe(night);
  });
});

describe('what goes out', () => {
  const one = (messageId: string, rest: object) => ({
    messageId,
    toAccountId: 'a',
    channel: 'sms',
    urgent: false,
    ...rest,
  });
  it('is gathered by person and channel, urgent ones alone', () => {
    const due = [
      one('1', {}),
      one('2', {}),
      one('3', { urgent: true }),
      one('4', { channel: 'mail' }),
      one('5', { toAccountId: 'b' }),
    ];
    expect(gather(due).map(g => g.map(d => d.messageId))).toEqual([['1', '2'], ['3'], ['4'], ['5']]);
  });
  it('carries titles only', () => {
    expect(gatheredMail(['服务时间已定'])).toMatchObject({ subject: '【颐年】服务时间已定' });
    expect(gatheredMail(['甲', '乙'])).toMatchObject({
      subject: '【颐年】您有 2 件事',
      text: expect.stringContaining('2. 乙'),
    });
  });
  it('masks addresses', () => {
    expect([maskPhone('13800138001'), maskMail('wang@example.com')]).toEqual(['138****8001', 'w***@example.com']);
  });
});

describe('templates', () => {
  it('all render with their own words and name a missing one', () => {
    for (const template of Object.values(TEMPLATES) as Template[]) {
      const words = [...`${template.title}${template.text}${template.path}`.matchAll(/\{(\w+)\}/g)].map(m => m[1]!);
      const values = Object.fromEntries(words.map(w => [w, '值']));
      expect(JSON.stringify(render(template, values))).not.toContain('{w');
      if (words.length > 0) expect(() => render(template, {})).toThrow('缺少');
      expect(template.title).not.toContain('{');
      expect(template.channels.includes('sms')).toBe(template.sms !== null);
    }
  });
});

it('statuses and channels are those of the SQL checks', () => {
  const sql = readFileSync(new URL('../../../../db/migrations/0020_messages.sql', import.meta.url), 'utf8');
  const listOf = (column: string) =>
    [...(new RegExp(`check \\(${column} in \\(([^)]*)\\)\\)`).exec(sql)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
      m => m[1],
    );
  expect(listOf('status')).toEqual([...DELIVERY_STATUSES]);
  expect(listOf('channel')).toEqual([...CHANNELS]);
});
