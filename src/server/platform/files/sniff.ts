import { listZip, refuseZipBomb, ZipError } from './zip.ts';

/** What may be attached. The content decides; the name and the browser's media type are only claims. */
export const ACCEPTED = {
  pdf: { mediaType: 'application/pdf', label: 'PDF' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', label: 'Word（docx）' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', label: 'Excel（xlsx）' },
  png: { mediaType: 'image/png', label: 'PNG 图片' },
  jpeg: { mediaType: 'image/jpeg', label: 'JPEG 图片' },
  text: { mediaType: 'text/plain', label: '纯文本' },
} as const;
export type FileKind = keyof typeof ACCEPTED;

export type Sniffed = { ok: true; kind: FileKind; mediaType: string } | { ok: false; because: string };

/** 100 MB unpacked and 5,000 parts are far above any form or roster, far below what would hurt the server. */
const ZIP_LIMITS = { entries: 5000, unpackedBytes: 100 * 1024 * 1024 };
/** A picture of more pixels is a decompression bomb: 60 million is a 100 MB bitmap on nobody's phone. */
const MAX_PIXELS = 60_000_000;

const no = (because: string): Sniffed => ({ ok: false, because });
const yes = (kind: FileKind): Sniffed => ({ ok: true, kind, mediaType: ACCEPTED[kind].mediaType });
const starts = (file: Buffer, hex: string): boolean => file.subarray(0, hex.length / 2).toString('hex') === hex;

/** Decides by content what a file is; `because` is a Chinese sentence part that can be shown to the sender. */
export async function sniff(file: Buffer): Promise<Sniffed> {
  if (file.length === 0) return no('文件是空的');
  if (starts(file, '4d5a') || starts(file, '7f454c46') || starts(file, 'cafebabe') || starts(file, 'cffaedfe')) {
    return no('这是可执行程序，不能上传');
  }
  if (starts(file, '89504e470d0a1a0a')) return checkPng(file);
  if (starts(file, 'ffd8ff')) return checkJpeg(file);
  if (starts(file, '255044462d')) return checkPdf(file);
  if (starts(file, '504b0304')) return checkZip(file);
  if (starts(file, 'd0cf11e0a1b11ae1'))
    return no('这是旧版 Office 或带密码的文件，请去掉密码并另存为 docx 或 xlsx 再传');
  return checkText(file);
}

function checkPng(file: Buffer): Sniffed {
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') return no('图片不完整');
  return pixels(file.readUInt32BE(16), file.readUInt32BE(20), 'png');
}

/** Walks the segments to the frame header, which carries the size; a file without one is not a picture. */
function checkJpeg(file: Buffer): Sniffed {
  for (let at = 2; at + 9 < file.length && file[at] === 0xff; ) {
    const marker = file[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return pixels(file.readUInt16BE(at + 7), file.readUInt16BE(at + 5), 'jpeg');
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2);
  }
  return no('图片不完整');
}

function pixels(width: number, height: number, kind: 'png' | 'jpeg'): Sniffed {
  if (width === 0 || height === 0) return no('图片不完整');
  return width * height > MAX_PIXELS ? no('图片的像素太多，请缩小后再传') : yes(kind);
}

/** Only what stands in clear is seen here; readers must still open PDFs without running anything. */
function checkPdf(file: Buffer): Sniffed {
  const text = file.toString('latin1');
  if (!text.includes('%%EOF')) return no('PDF 不完整');
  return /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b/.test(text)
    ? no('PDF 里带有脚本或附件，请打印成普通 PDF 再传')
    : yes('pdf');
}

async function checkZip(file: Buffer): Promise<Sniffed> {
  try {
    const entries = listZip(file);
    if (!entries) return no('文件不完整');
    const names = new Set(entries.map(e => e.name));
    if ([...names].some(n => /vbaProject\.bin$|\.(exe|dll|js|vbs|bat|scr)$/i.test(n))) {
      return no('文件里带有宏或程序，请另存为不带宏的格式再传');
    }
    if ([...names].some(n => n.startsWith('/') || n.split(/[\\/]/).includes('..'))) return no('文件内部的路径不正常');
    const kind = names.has('word/document.xml') ? 'docx' : names.has('xl/workbook.xml') ? 'xlsx' : undefined;
    if (!kind || !names.has('[Content_Types].xml')) return no('压缩包不能上传，请传里面的文件');
    await refuseZipBomb(file, entries, ZIP_LIMITS);
    return yes(kind);
  } catch (error) {
    if (error instanceof ZipError || error instanceof RangeError)
      return no(`文件打不开：${error instanceof ZipError ? error.message : '内容损坏'}`);
    throw error;
  }
}

/** UTF-8 or GBK without control characters. Anything a browser might run as a page (html, svg, xml) is not plain text. */
function checkText(file: Buffer): Sniffed {
  const text = decodeText(file);
  if (text === undefined) return no('认不出这是什么文件');
  if (/(?![\t\n\f\r])\p{Cc}/u.test(text)) return no('认不出这是什么文件');
  if (
    /<\s*(!doctype|html|head|body|svg|script|iframe|object|embed|meta|link|img|\?xml)\b|<\?(xml|php)|javascript:/i.test(
      text,
    )
  ) {
    return no('网页和带脚本的文件不能上传');
  }
  if (/^#!/.test(text)) return no('这是可执行脚本，不能上传');
  return yes('text');
}

/** Text of a UTF-8 (with or without BOM) or GBK file; undefined when it is neither. UTF-8 is tried first: it rarely fits by chance. */
export function decodeText(file: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gbk']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {}
  }
  return undefined;
}
