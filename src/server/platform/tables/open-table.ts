import type { ByteSource } from './byte-source.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { type TableFile, TableFileError } from './table-file.ts';

const starts = (head: Buffer, hex: string): boolean => head.subarray(0, hex.length / 2).toString('hex') === hex;
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Opens a table by its content, whatever its name says. Throws TableFileError with a sentence that says what to do. */
export async function openTable(source: ByteSource): Promise<TableFile> {
  if (source.size === 0) throw new TableFileError('文件是空的（0 字节），请检查是否导出成功，再传一次');
  const head = await source.read(0, 8);
  if (starts(head, '504b0304') || starts(head, '504b0506')) return readXlsx(source);
  if (starts(head, 'd0cf11e0a1b11ae1')) throw new TableFileError(await sayOldOffice(source));
  if (starts(head, '25504446')) throw new TableFileError('这是 PDF，不是表格。请向发来的人要 .xlsx 或 .csv');
  if (starts(head, '89504e47') || starts(head, 'ffd8ff'))
    throw new TableFileError('这是图片，不是表格。请传 .xlsx 或 .csv');
  if (starts(head, '4d5a') || starts(head, '7f454c46')) throw new TableFileError('这是程序，不是表格，不能导入');
  if (starts(head, '52617221') || starts(head, '377abcaf') || starts(head, '1f8b')) {
    throw new TableFileError('这是压缩包，请解压后传里面的 .xlsx 或 .csv');
  }
  return readCsv(source);
}

/** Password-protected .xlsx, .xls and .doc all come as the same container; its directory names tell them apart. */
async function sayOldOffice(source: ByteSource): Promise<string> {
  const bytes = await source.read(0, Math.min(source.size, 8 * 1024 ** 2));
  const tail = await source.read(Math.max(0, source.size - 1024 ** 2), 1024 ** 2);
  const holds = (name: string) => bytes.includes(utf16(name)) || tail.includes(utf16(name));
  if (holds('EncryptedPackage'))
    return '文件设了打开密码。请在 Excel 里打开，取消密码（文件 → 信息 → 保护工作簿）后保存，再传一次';
  if (holds('WordDocument')) return '这是旧格式的 Word 文档（.doc），不是表格。请把表格存成 .xlsx 再传';
  return '这是旧格式的 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再传';
}
