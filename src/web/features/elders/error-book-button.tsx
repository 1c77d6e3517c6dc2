import { downloadErrorBook, type ElderImport } from '#contracts/elders/imports.ts';
import { download } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { countWords } from '../../ui/words.ts';

/** The wrong rows as they came, with what to change, to be mended and sent again. */
export function ErrorBookButton({ row }: { row: ElderImport }) {
  if (!row.hasErrorBook) return null;
  const save = () => void download(downloadErrorBook, { params: { id: row.id } }, '要改的行.xlsx');
  return (
    <Button icon="download" onClick={save}>
      下载要改的{countWords(row.counts?.wrong ?? 0)}行
    </Button>
  );
}
