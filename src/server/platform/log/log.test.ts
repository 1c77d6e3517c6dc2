import { describe, expect, it } from 'vitest';
import { makeLogger, requestLogger } from './logger.ts';
import { isDenied, pathOnly, scrubText } from './scrub.ts';

const ID = '11010119500307123X';
const PHONE = '13800138000';
const NAME = '王秀英';
const DOOR = '幸福里3号楼502';
const PLANTED = [
  ID,
  PHONE,
  NAME,
  DOOR,
  '138 0013 8000',
  '138-0013-8000',
  '１３８００１３８０００',
  '110101500307123',
  '010-62771234',
];
const REQUEST = '0197a000-0000-7000-8000-00000000000a';

function capture() {
  const lines: string[] = [];
  const logger = makeLogger({ level: 'trace', destination: { write: line => lines.push(line) } });
  return { lines, log: requestLogger(logger, REQUEST) };
}

const deep = {
  a: { b: [{ elderName: NAME, contact_phone: PHONE, free: `联系 ${PHONE}`, n: Number(PHONE), door: DOOR }] },
};
const postgresError = Object.assign(new Error(`duplicate key ${NAME}`), {
  ...{ severity: 'ERROR', code: '23505', table: 'elders', constraint: 'elders_pkey' },
  ...{ detail: `Key (phone)=(${PHONE}) ${NAME}`, where: NAME },
});

describe('the log', () => {
  it('prints no planted personal data, wherever it is planted, and keeps the request id on every line', () => {
    const { lines, log } = capture();
    log.info(`登记 ${ID} ${PHONE}`);
    log.info('用 %s 打的', PHONE);
    log.info('对象 %j', deep);
    log.warn(deep, `拨打 138 0013 8000 或 138-0013-8000 或 １３８００１３８０００ 或 010-62771234 或 110101500307123`);
    log.error(new Error(`找不到“${NAME}”，电话 ${PHONE}`));
    log.error({ err: postgresError }, 'write failed');
    log.error({ err: new Error('outer', { cause: new Error(`inner (${PHONE})`) }), body: { name: NAME } });
    log.info({
      req: {
        method: 'GET',
        url: `/api/elders?q=${encodeURIComponent(NAME)}&phone=${PHONE}`,
        headers: { cookie: NAME },
      },
    });
    log.info({ req: { method: 'GET', url: `/api/elders/by-phone/${PHONE}` } });
    log.info({ res: { statusCode: 200, body: NAME, getHeaders: () => ({ x: NAME }) } });
    log.info({ before: { name: NAME }, after: { name: NAME }, payload: NAME, note: DOOR, buffer: Buffer.from(NAME) });
    log.info({ map: new Map([['name', { name: NAME }]]), [PHONE]: 1, list: [ID, BigInt(PHONE)] });
    log.child({ phone: PHONE, extra: `x${PHONE}` }).info('child');
    expect(lines).toHaveLength(13);
    for (const line of lines) {
      expect(JSON.parse(line).requestId).toBe(REQUEST);
      for (const secret of PLANTED) expect(line).not.toContain(secret);
    }
  });
  it('still says what is needed to find a fault', () => {
    const { lines, log } = capture();
    log.error({ err: postgresError, ms: 12, jobName: 'seal', statusCode: 500 }, 'failed');
    const line = JSON.parse(lines[0]!);
    expect(line).toMatchObject({ level: 'error', msg: 'failed', ms: 12, jobName: 'seal', statusCode: 500 });
    expect(line.err).toMatchObject({ code: '23505', table: 'elders', constraint: 'elders_pkey' });
    expect(line.err.stack[0]).toContain('log.test.ts');
  });
  it('leaves uuids, instants, hashes and division codes readable', () => {
    for (const text of [REQUEST, '2025-06-20T01:02:03.456789Z', 'ab'.repeat(32), '110101001001', '2025-06-20']) {
      expect(scrubText(`看 ${text} 这条`)).toBe(`看 ${text} 这条`);
    }
    expect(pathOnly(`/api/orders/${REQUEST}?q=x`)).toBe(`/api/orders/${REQUEST}`);
  });
  it('knows field names by their ending', () => {
    for (const key of ['name', 'elderName', 'contact_phone', 'Set-Cookie', 'identityNumber', 'bank_account'])
      expect(isDenied(key)).toBe(true);
    for (const key of ['hostname', 'statusCode', 'requestId', 'areaCode2', 'ms']) expect(isDenied(key)).toBe(false);
  });
});
