import type { DirectorySource } from '#contracts/directory-changes.ts';
import { instantWords } from './ui/words.ts';

/** 大兴区民政，6月20日：暂停接单；an entry that nobody changed here stands as it was loaded. */
export const sourceWords = (source: DirectorySource | null, today: string): string =>
  source ? `${source.source}，${instantWords(source.at, today)}：${source.what}` : '台账装载，没有变动过';
