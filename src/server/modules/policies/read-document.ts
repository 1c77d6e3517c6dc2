/** A file the reader cannot take; `message` is the Chinese sentence for the person who sent it. */
export class UnreadableDocument extends Error {
  override name = 'UnreadableDocument';
}

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_PAGES = 300;
const MAX_SIGNS = 3_000_000;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

const KINDS: readonly { signature: readonly number[]; say: string }[] = [
  {
    signature: [0xd0, 0xcf, 0x11, 0xe0],
    say: '这是旧版 Word 或加密的 Office 文件（.doc），请另存为 .docx、.pdf 或 .txt 再上传',
  },
  { signature: [0x89, 0x50, 0x4e, 0x47], say: '这是图片，里面没有文字，请上传 .txt、.docx 或有文字的 .pdf' },
  { signature: [0xff, 0xd8, 0xff], say: '这是图片，里面没有文字，请上传 .txt、.docx 或有文字的 .pdf' },
  { signature: [0x1f, 0x8b], say: '这是压缩包，请解压后再上传' },
  { signature: [0x52, 0x61, 0x72, 0x21], say: '这是压缩包，请解压后再上传' },
  { signature: [0x7f, 0x45, 0x4c, 0x46], say: '这是程序文件，不是文件资料' },
];

/** Share of signs no text has: control signs and the replacement sign. */
function junkShare(text: string): number {
  const sample = text.slice(0, 20_000);
  const junk = sample.match(/(?![\t\n\r\f\v])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return sample.length === 0 ? 0 : junk / sample.length;
}

function decodeUtf16(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

/** UTF-8, UTF-16 with a mark, or GB18030 (which GBK and GB2312 are part of). */
function decodeText(bytes: Uint8Array): string {
  const marked = decodeUtf16(bytes);
  if (marked !== null) return marked;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function readText(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  const sample = text.slice(0, 20_000);
  const chinese = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  if (junkShare(text) > 0.01) throw new UnreadableDocument('这不是文字文件，读不出内容，请上传 .txt、.docx 或 .pdf');
  if (sample.trim() !== '' && chinese === 0)
    throw new UnreadableDocument('文件里没有中文内容，请确认是不是要上传的文件');
  return text;
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, entity => ENTITIES[entity] ?? entity);

/** mammoth's HTML → lines; a table row becomes one line with | between the cells. */
function linesOfHtml(html: string): string {
  const rows = html.replace(/<tr[^>]*>([\s\S]*?)<\/tr>/g, (_, row: string) => {
    const cells = [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(cell =>
      plain(cell[1] ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    return `\n${cells.join(' | ')} |\n`;
  });
  return plain(rows.replace(/<\/(?:p|h[1-6]|li)>|<br\s*\/?>/g, '\n')).replace(/\n{3,}/g, '\n\n');
}

async function readDocx(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return linesOfHtml(value);
  } catch {
    throw new UnreadableDocument('Word 文件打不开，可能已损坏或加密；请在 Word 里重新保存为 .docx 再上传');
  }
}

type PdfItem = { str?: string; transform?: number[]; hasEOL?: boolean };

/** Text items of one page → lines by their height on the page, in reading order. */
function linesOfPage(items: readonly PdfItem[]): string {
  let out = '';
  let height: number | null = null;
  for (const item of items) {
    const y = item.transform?.[5] ?? null;
    if (height !== null && y !== null && Math.abs(y - height) > 3 && !out.endsWith('\n')) out += '\n';
    out += item.str ?? '';
    if (item.hasEOL && !out.endsWith('\n')) out += '\n';
    if (y !== null && (item.str ?? '').trim() !== '') height = y;
  }
  return out;
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import('unpdf');
  let pages = '';
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    if (pdf.numPages > MAX_PAGES)
      throw new UnreadableDocument(`PDF 有 ${pdf.numPages} 页，最多 ${MAX_PAGES} 页，请只上传正文部分`);
    for (let at = 1; at <= pdf.numPages; at += 1) {
      const content = await (await pdf.getPage(at)).getTextContent();
      pages += `${linesOfPage(content.items as PdfItem[])}\n`;
    }
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    if (error instanceof Error && /password/i.test(`${error.name} ${error.message}`))
      throw new UnreadableDocument('PDF 设了打开密码，请去掉密码再上传');
    throw new UnreadableDocument('PDF 打不开，可能已损坏；请重新导出后再上传');
  }
  if (pages.replace(/\s/g, '') === '')
    throw new UnreadableDocument('PDF 里没有文字（可能是扫描件），请上传有文字的 PDF、.docx 或 .txt');
  return pages;
}

/**
 * Bytes of a .txt, .docx or .pdf → its text. The content decides the kind, never the name. Libraries for docx and
 * pdf load only when needed. Throws UnreadableDocument (Chinese sentence) for what cannot be read.
 */
export async function readDocument(bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) throw new UnreadableDocument('文件是空的，请确认后重新上传');
  if (bytes.length > MAX_BYTES)
    throw new UnreadableDocument(`文件超过 20 MB（${(bytes.length / 1048576).toFixed(1)} MB），请只上传正文部分`);
  const refused = KINDS.find(kind => startsWith(bytes, kind.signature));
  if (refused) throw new UnreadableDocument(refused.say);
  const text = startsWith(bytes, [0x25, 0x50, 0x44, 0x46])
    ? await readPdf(bytes)
    : startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
      ? await readDocx(bytes)
      : readText(bytes);
  if (text.trim() === '') throw new UnreadableDocument('文件里没有文字，请确认后重新上传');
  if (text.length > MAX_SIGNS) throw new UnreadableDocument('文件文字太多（超过 300 万字），请拆开上传');
  return text;
}
