import { createCipheriv, createDecipheriv, createHash, createHmac, sign, verify } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blindIndex, blindIndexes, plainForm } from './blind-index.ts';
import { KeyFileError, loadKeys, rotateKeys } from './keys.ts';
import { open, reseal, SealError, seal } from './seal.ts';

const root = mkdtempSync(join(tmpdir(), 'yinian-keys-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const dataFolder = join(root, 'data');
let next = 0;
const freshFile = () => join(root, `keys-${next++}`, 'keys.json');
const freshKeys = () => loadKeys({ file: freshFile(), dataFolder, create: true });
const at = { table: 'elder_secrets', elderId: '0197a000-0000-7000-8000-000000000001' };
const person = { identityNumber: '11010119500307123X', phones: ['13800138000'] };

describe('known answers', () => {
  it('SM3 of abc is the one of GB/T 32905—2016 A.1', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });
  it('SM4 of the example block is the one of GB/T 32907—2016 A.1', () => {
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
    const back = createDecipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(back.update('681edf34d206965e86b3e94f536e4246', 'hex', 'hex')).toBe(block.toString('hex'));
  });
  it('HMAC-SM3 is RFC 2104 over SM3', () => {
    const key = Buffer.alloc(64, 7);
    const pad = (x: number) => Buffer.from(key.map(b => b ^ x));
    const inner = createHash('sm3').update(pad(0x36)).update('abc').digest();
    const byHand = createHash('sm3').update(pad(0x5c)).update(inner).digest('hex');
    expect(createHmac('sm3', key).update('abc').digest('hex')).toBe(byHand);
  });
});

describe('key file', () => {
  it('is made once, mode 600, and read again the same', () => {
    const file = freshFile();
    const first = loadKeys({ file, dataFolder, create: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = loadKeys({ file, dataFolder, create: false });
    expect(again.current.sealEncryption).toEqual(first.current.sealEncryption);
    const { sealEncryption, sealMac, blindIndex: index } = first.current;
    expect([sealEncryption.length, sealMac.length, index.length]).toEqual([16, 32, 32]);
    expect(sealMac.equals(index)).toBe(false);
  });
  it('signs with SM2 and the stored public key verifies', () => {
    const { signing } = freshKeys();
    const publicKey = signing.publicKeys.get(signing.id)!;
    const signature = sign('sm3', Buffer.from('头'), signing.privateKey);
    expect(verify('sm3', Buffer.from('头'), publicKey, signature)).toBe(true);
    expect(verify('sm3', Buffer.from('尾'), publicKey, signature)).toBe(false);
  });
  it('refuses a file others can read, inside the data folder, missing, or broken, without quoting it', () => {
    const file = freshFile();
    loadKeys({ file, dataFolder, create: true });
    chmodSync(file, 0o644);
    expect(() => loadKeys({ file, dataFolder, create: false })).toThrow('chmod 600');
    const inside = join(dataFolder, 'keys.json');
    expect(() => loadKeys({ file: inside, dataFolder, create: true })).toThrow('不能放在数据目录里');
    expect(() => loadKeys({ file: freshFile(), dataFolder, create: false })).toThrow('不能新建');
    chmodSync(file, 0o600);
    writeFileSync(file, `${readFileSync(file, 'utf8').slice(0, 200)}SECRETMARK`);
    const broken = () => loadKeys({ file, dataFolder, create: false });
    expect(broken).toThrow(KeyFileError);
    expect(broken).not.toThrow('SECRETMARK');
  });
});

describe('seal', () => {
  it('opens what it sealed and shows nothing in clear', () => {
    const keys = freshKeys();
    const sealed = seal(keys, at, person);
    expect(open(keys, at, sealed)).toEqual(person);
    expect(sealed.includes('13800138000')).toBe(false);
    expect(seal(keys, at, person).equals(sealed)).toBe(false);
  });
  it('refuses every changed byte, every cut, another table, another elder, another key', () => {
    const keys = freshKeys();
    const sealed = seal(keys, at, person);
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = changed[i]! ^ 1;
      expect(() => open(keys, at, changed)).toThrow(SealError);
      expect(() => open(keys, at, sealed.subarray(0, i))).toThrow(SealError);
    }
    expect(() => open(keys, { ...at, table: 'agent_secrets' }, sealed)).toThrow(SealError);
    expect(() => open(keys, { ...at, elderId: at.elderId.replace(/1$/, '2') }, sealed)).toThrow(SealError);
    expect(() => open(freshKeys(), at, sealed)).toThrow(SealError);
  });
  it('binds table and elder apart, not glued together', () => {
    const keys = freshKeys();
    const sealed = seal(keys, { table: 'ab', elderId: 'c' }, person);
    expect(() => open(keys, { table: 'a', elderId: 'bc' }, sealed)).toThrow(SealError);
  });
  it('after a rotation old records open, new ones use the new key, resealing moves them', () => {
    const file = freshFile();
    const before = loadKeys({ file, dataFolder, create: true });
    const sealed = seal(before, at, person);
    const after = rotateKeys(file, 'k2');
    expect(open(after, at, sealed)).toEqual(person);
    const moved = reseal(after, at, sealed)!;
    expect(reseal(after, at, moved)).toBeUndefined();
    expect(() => open(before, at, moved)).toThrow(SealError);
    expect(() => rotateKeys(file, 'k1')).toThrow('已经用过');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('blind index', () => {
  const whole = { field: 'identity-number', part: 'whole' } as const;
  it('is the same for one number however it is typed', () => {
    const keys = freshKeys();
    const index = blindIndex(keys, whole, '11010119500307123X');
    expect(blindIndex(keys, whole, '１１０１０１ 19500307-123x')).toEqual(index);
    expect(plainForm('phone', '+86 138-0013-8000')).toBe('13800138000');
  });
  it('differs by field, by part and by key', () => {
    const keys = freshKeys();
    const all = [
      blindIndex(keys, { field: 'phone', part: 'whole' }, '8000'),
      blindIndex(keys, { field: 'phone', part: 'last-four' }, '8000'),
      blindIndex(keys, { field: 'identity-number', part: 'last-four' }, '8000'),
      blindIndex(freshKeys(), { field: 'phone', part: 'whole' }, '8000'),
    ];
    expect(new Set(all.map(b => b.toString('hex'))).size).toBe(4);
    expect(blindIndex(keys, { field: 'phone', part: 'last-four' }, '13800138000')).toEqual(all[1]);
  });
  it('gives the old index too after a rotation, so a search misses nobody', () => {
    const file = freshFile();
    const before = loadKeys({ file, dataFolder, create: true });
    const after = rotateKeys(file, 'k2');
    expect(blindIndexes(after, whole, '11010119500307123X')[1]).toEqual(
      blindIndex(before, whole, '11010119500307123X'),
    );
  });
});
