import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';
import { MAX_FILE_BYTES, readStored, removeStored, safeName, storeFile } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'yinian-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const png = (w = 2, h = 2) => {
  const file = Buffer.alloc(45);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(file);
  file.writeUInt32BE(w, 16);
  file.writeUInt32BE(h, 20);
  return file;
};
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108001000100301220002110103110100', 'hex');
const part = (text: string) => Buffer.from(text);
const zip = (parts: Record<string, Uint8Array>) => Buffer.from(zipSync(parts, { level: 9 }));
const docxParts = { '[Content_Types].xml': part('<Types/>'), 'word/document.xml': part('<w:document/>') };
const refusal = async (file: Buffer | string) => {
  const found = await sniff(Buffer.from(file));
  return found.ok ? `accepted as ${found.kind}` : found.because;
};
const gbk = Buffer.from('d1f8c0cfb7feceF1'.toLowerCase(), 'hex');

describe('sniffing', () => {
  it('knows each accepted kind by content', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('名册').addRow(['张三']);
    const xlsx = Buffer.from(await book.xlsx.writeBuffer());
    const cases: [Buffer, string][] = [
      [png(), 'png'],
      [jpeg, 'jpeg'],
      [Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF'), 'pdf'],
      [zip(docxParts), 'docx'],
      [xlsx, 'xlsx'],
      [Buffer.from('姓名,年龄\n张三,80\n'), 'text'],
      [gbk, 'text'],
    ];
    for (const [file, kind] of cases) expect(await sniff(file)).toMatchObject({ ok: true, kind });
  });
  it('refuses programs, pages and scripts whatever they are called', async () => {
    expect(await refusal(Buffer.from('4d5a9000', 'hex'))).toContain('可执行程序');
    expect(await refusal(Buffer.from('7f454c46', 'hex'))).toContain('可执行程序');
    expect(await refusal('<svg xmlns="x"><script>1</script></svg>')).toContain('网页');
    expect(await refusal('\ufeff <!DOCTYPE html><p>x')).toContain('网页');
    expect(await refusal('hello <ScRiPt src=x>')).toContain('网页');
    expect(await refusal('#!/bin/sh\nrm x')).toContain('脚本');
    expect(await refusal(Buffer.from([1, 2, 3, 0, 255]))).toContain('认不出');
    expect(await refusal('')).toContain('空');
  });
  it('refuses macros, bare zips, odd paths, passwords, old Office, active PDF', async () => {
    expect(await refusal(zip({ ...docxParts, 'word/vbaProject.bin': part('x') }))).toContain('宏');
    expect(await refusal(zip({ 'a.txt': part('x') }))).toContain('压缩包');
    expect(await refusal(zip({ ...docxParts, '../evil.xml': part('x') }))).toContain('路径');
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('旧版');
    expect(await refusal('%PDF-1.7 /OpenAction /JavaScript (x) %%EOF')).toContain('脚本');
    expect(await refusal('%PDF-1.7 cut')).toContain('不完整');
    expect(await refusal(zip(docxParts).subarray(0, 60))).toContain('不完整');
  });
  it('refuses what grows when opened, even when the table of contents lies', async () => {
    const bomb = zip({ ...docxParts, 'word/media/a.bin': Buffer.alloc(120 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb)).toContain('解开后太大');
    const entry = bomb.lastIndexOf(Buffer.from('word/media/a.bin')) - 46;
    bomb.writeUInt32LE(10, entry + 24);
    expect(await refusal(bomb)).toContain('解开后太大');
    expect(await refusal(png(60_000, 60_000))).toContain('像素');
  });
});

describe('store', () => {
  it('keeps equal content once and gives it back', async () => {
    const first = await storeFile(folder, { name: 'C:\\资料\\证明.png', content: png() });
    expect(first).toMatchObject({ name: '证明.png', kind: 'png', bytes: 45 });
    await storeFile(folder, { name: '又一份.txt', content: png() });
    const kept = readdirSync(join(folder, first.sm3.slice(0, 2)));
    expect(kept).toEqual([first.sm3]);
    expect(await readStored(folder, first.sm3)).toEqual(png());
  });
  it('never gives out a file changed on the disk, a path, or a removed file', async () => {
    const { sm3 } = await storeFile(folder, { name: 'a', content: Buffer.from('原文') });
    writeFileSync(join(folder, sm3.slice(0, 2), sm3), '改文');
    await expect(readStored(folder, sm3)).rejects.toThrow('不一致');
    await expect(readStored(folder, '../../etc/passwd')).rejects.toMatchObject({ code: 'platform.not-found' });
    await removeStored(folder, sm3);
    await expect(readStored(folder, sm3)).rejects.toThrow('找不到');
  });
  it('refuses by size and by content with the name in the sentence', async () => {
    const big = { name: '大.txt', content: Buffer.alloc(MAX_FILE_BYTES + 1, 65) };
    await expect(storeFile(folder, big)).rejects.toMatchObject({
      code: 'platform.too-large',
      message: expect.stringContaining('大.txt'),
    });
    const exe = { name: '照片.jpg', content: Buffer.from('MZ') };
    await expect(storeFile(folder, exe)).rejects.toMatchObject({ code: 'platform.file-type' });
  });
  it('cleans names', () => {
    expect(safeName('../../a\u202egpj.exe')).toBe('agpj.exe');
    expect(safeName('"\n')).toBe('未命名');
  });
});
