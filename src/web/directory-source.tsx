import type { DirectorySource } from '#contracts/directory-changes.ts';
import { dateWords, instantWords } from './ui/words.ts';

/** 大兴区民政，6月20日：暂停接单；an entry that nobody changed here stands as it was loaded. */
export const sourceWords = (source: DirectorySource | null, today: string): string =>
  source ? `${source.source}，${instantWords(source.at, today)}：${source.what}` : '台账装载，没有变动过';

/** The same in a list: whose word it is, and the day. */
export function SourceCell({ source, today }: { source: DirectorySource | null; today: string }) {
  if (!source) return '台账';
  return (
    <>
      {source.source}
      <span className="row-note">{dateWords(source.at.slice(0, 10), today)}改</span>
    </>
  );
}
